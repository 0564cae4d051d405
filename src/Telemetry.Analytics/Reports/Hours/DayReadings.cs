using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>The readings that decide a local day of a register: its own, those an hour around it, and those across a gap.</summary>
/// <param name="Readings">In time order.</param>
/// <param name="Settled">True when no newer sample can change the day: only a late one can.</param>
internal sealed record DayReadings(IReadOnlyList<Reading> Readings, bool Settled)
{
    /// <summary>Readings around a day that may decide how its own are read (a false zero at midnight).</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    /// <summary>How many readings after a gap confirm what the first of them says.</summary>
    internal const int Confirming = 4;

    /// <summary>Longest gap that is looked across.</summary>
    internal static readonly TimeSpan LongestLook = TimeSpan.FromDays(62);

    /// <summary>Reads them.</summary>
    /// <param name="history">Where.</param>
    /// <param name="point">The register.</param>
    /// <param name="edges">Start and end of the day.</param>
    /// <param name="now">The present.</param>
    /// <param name="newest">The newest sample of the register when the reading began; null when not known.</param>
    internal static DayReadings Of(IHistory history, PointId point, (DateTimeOffset Start, DateTimeOffset End) edges, DateTimeOffset now, DateTimeOffset? newest)
    {
        var (start, end) = edges;
        var (from, to) = (start - Margin, Earlier(end + Margin, now + Margin));
        var readings = Usable(history.Read(point, from, to));
        if ((readings.Count == 0 || readings[0].At > start) && history.LastBefore(point, from) is { } before && from - before.At < LongestLook)
        {
            readings.Insert(0, new Reading(before.At, before.Value));
        }

        // The reading after a gap tells the energy of the gap: it may be days away.
        var settled = newest >= end + Margin;
        for (var (at, step) = (to, TimeSpan.FromDays(1)); readings.Count > 0 && readings[^1].At < end && at < now && at - end < LongestLook; at += step, step *= 2)
        {
            var after = Usable(history.Read(point, at, at + step));
            readings.AddRange(after.Take(Confirming));
            settled = settled && (after.Count >= Confirming || newest >= at + step);
        }

        // Across a gap that nothing has ended yet, the day waits for its reading.
        return new DayReadings(readings, settled && (readings.Count == 0 || readings[^1].At >= end || newest - end >= LongestLook));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static List<Reading> Usable(IReadOnlyList<Sample> samples)
    {
        var readings = new List<Reading>(samples.Count + 1);
        foreach (var sample in samples)
        {
            if (!sample.Quality.IsBad)
            {
                readings.Add(new Reading(sample.At, sample.Value));
            }
        }

        return readings;
    }
}
