using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>The hours that figures sum: those kept, with long gaps and stuck runs given the course of the weeks before.</summary>
/// <remarks>Nothing of it is kept: an hour depends on its own run and the four weeks before it only, so every zoom finds the same.</remarks>
internal sealed class SpreadDays(RegisterHours hours, TimeZoneInfo zone)
{
    private static readonly int LookDays = (int)ProfileSpread.Look.TotalDays;

    // As far as a day looks across a gap: a longer run keeps the course it has.
    private static readonly int LongestRun = (int)DayReadings.LongestLook.TotalDays;

    /// <summary>The hours of the local days of <c>[from, to)</c>, in the register's unit, up to the last reading known.</summary>
    internal IReadOnlyList<IReadOnlyList<Slice>> Of(Point point, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var days = new Dictionary<DateOnly, IReadOnlyList<Slice>>();
        IReadOnlyList<Slice> Day(DateOnly day) => days.TryGetValue(day, out var known) ? known : days[day] = hours.Of(point, day, now);
        var asked = Range(from, to).Select(Day).ToList();
        if (asked.Count == 0 || !(asked.Exists(day => day.Any(ProfileSpread.IsOpen)) || ProfileSpread.IsOpen(Day(from.AddDays(-1))[^1])))
        {
            return asked;
        }

        var (first, last) = (from, to);
        while (from.DayNumber - first.DayNumber < LongestRun && ProfileSpread.IsOpen(Day(first.AddDays(-1))[^1]))
        {
            first = first.AddDays(-1);
            if (!Day(first).All(ProfileSpread.IsOpen))
            {
                break;
            }
        }

        var today = CivilDays.Of(now, zone);
        while (last.DayNumber - to.DayNumber < LongestRun && last <= today && ProfileSpread.IsOpen(Day(last.AddDays(-1))[^1]))
        {
            last = last.AddDays(1);
            if (!Day(last.AddDays(-1)).All(ProfileSpread.IsOpen))
            {
                break;
            }
        }

        return Spread(Range(first.AddDays(-LookDays - 1), last).Select(day => (day, Day(day))), asked, from, to);
    }

    private List<IReadOnlyList<Slice>> Spread(
        IEnumerable<(DateOnly Day, IReadOnlyList<Slice> Hours)> around, List<IReadOnlyList<Slice>> asked, DateOnly from, DateOnly to)
    {
        var (all, skipped) = (new List<Slice>(), 0);
        foreach (var (day, parts) in around)
        {
            skipped += day < from ? parts.Count : 0;
            all.AddRange(parts);
        }

        var spread = ProfileSpread.Of(all, zone);
        var next = skipped;
        return ReferenceEquals(spread, all) ? asked : [.. asked.Select(day => (IReadOnlyList<Slice>)[.. Enumerable.Range(0, day.Count).Select(_ => spread[next++])])];
    }

    private static IEnumerable<DateOnly> Range(DateOnly from, DateOnly to) => Enumerable.Range(from.DayNumber, Math.Max(0, to.DayNumber - from.DayNumber)).Select(DateOnly.FromDayNumber);
}
