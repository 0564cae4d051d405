using System.Collections.Concurrent;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>The hours of each register, day by day: the stored parts that every figure sums, so that all zooms agree.</summary>
/// <remarks>A day is computed from its readings when first asked for, kept, and thrown away when a sample that touches it is stored.</remarks>
internal sealed class RegisterHours : IDisposable
{
    /// <summary>Readings around a day that may decide how its own are read (a false zero at midnight).</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(62);
    private readonly IHistory _history;
    private readonly HistoryNews _news;
    private readonly TimeZoneInfo _zone;
    private readonly ConcurrentDictionary<PointId, Kept> _kept = [];

    public RegisterHours(IHistory history, HistoryNews news, TimeZoneInfo zone)
    {
        (_history, _news, _zone) = (history, news, zone);
        _news.Stored += Forget;
    }

    /// <summary>The hours of a local day, in the register's unit, up to the last reading known.</summary>
    internal IReadOnlyList<Slice> Of(Point point, DateOnly day, DateTimeOffset now)
    {
        var kept = _kept.GetOrAdd(point.Id, _ => new Kept());
        var version = kept.Version;
        if (kept.Days.TryGetValue(day, out var known))
        {
            return known;
        }

        var hours = Slices.Cut(
            CounterReader.Read(Readings(point.Id, day, now), CounterRules.Unknown).Intervals, CivilDays.HourEdges(day, _zone), LongestStep(point));
        kept.Keep(day, hours, version);
        return hours;
    }

    /// <summary>Longest time between two readings that is not a gap.</summary>
    internal static TimeSpan LongestStep(Point point)
    {
        var beats = point.Heartbeat * 3;
        return beats > TimeSpan.FromMinutes(15) ? beats : TimeSpan.FromMinutes(15);
    }

    public void Dispose() => _news.Stored -= Forget;

    private List<Reading> Readings(PointId point, DateOnly day, DateTimeOffset now)
    {
        var (start, end) = (CivilDays.Start(day, _zone), CivilDays.End(day, _zone));
        var (from, to) = (start - Margin, Earlier(end + Margin, now + Margin));
        var readings = Usable(_history.Read(point, from, to));
        if ((readings.Count == 0 || readings[0].At > start) && _history.LastBefore(point, from) is { } before && from - before.At < LongestLook)
        {
            readings.Insert(0, new Reading(before.At, before.Value));
        }

        // The reading after a gap tells the energy of the gap: it may be days away.
        for (var (at, step) = (to, TimeSpan.FromDays(1)); readings.Count > 0 && readings[^1].At < end && at < now && at - end < LongestLook; at += step, step *= 2)
        {
            if (Usable(_history.Read(point, at, at + step)) is { Count: > 0 } after)
            {
                readings.AddRange(after.Take(4));
            }
        }

        return readings;
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

    /// <summary>Days that a stored sample may change: those between the readings around it.</summary>
    private void Forget(IReadOnlyList<Sample> samples)
    {
        foreach (var sample in samples)
        {
            if (_kept.TryGetValue(sample.Point, out var kept))
            {
                kept.Forget(sample.At, _zone);
            }
        }
    }

    /// <summary>What is kept of one register.</summary>
    private sealed class Kept
    {
        private readonly Lock _gate = new();
        private DateTimeOffset _newest = DateTimeOffset.MinValue;

        internal ConcurrentDictionary<DateOnly, IReadOnlyList<Slice>> Days { get; } = [];

        internal long Version { get; private set; }

        internal void Keep(DateOnly day, IReadOnlyList<Slice> hours, long version)
        {
            lock (_gate)
            {
                // A sample stored meanwhile may have changed the day: then it is computed again next time.
                if (version == Version)
                {
                    Days[day] = hours;
                }
            }
        }

        internal void Forget(DateTimeOffset at, TimeZoneInfo zone)
        {
            lock (_gate)
            {
                Version++;
                if (at <= _newest || _newest == DateTimeOffset.MinValue)
                {
                    Days.Clear();
                }
                else
                {
                    var first = CivilDays.Of(_newest - Margin, zone);
                    foreach (var day in Days.Keys.Where(day => day >= first))
                    {
                        Days.TryRemove(day, out _);
                    }
                }

                _newest = at > _newest ? at : _newest;
            }
        }
    }
}
