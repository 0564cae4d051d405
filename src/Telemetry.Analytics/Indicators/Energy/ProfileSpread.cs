namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Spreads the known energy of a long gap by the mean profile of the weeks before it, instead of evenly.</summary>
public static class ProfileSpread
{
    /// <summary>Up to this length a gap stays linear.</summary>
    public static readonly TimeSpan LinearUpTo = TimeSpan.FromHours(3);

    private static readonly TimeSpan Look = TimeSpan.FromDays(28);

    /// <summary>The hours with each long gap's energy in proportion to the mean of the same weekday and hour over the four weeks before.</summary>
    /// <param name="hours">Hours as cut, in time order: the gaps and the weeks before them.</param>
    /// <param name="intervals">What they were cut from.</param>
    /// <param name="zone">Whose weekdays and hours.</param>
    /// <returns>The same sums over each gap; a gap without two measured samples of each of its hours stays linear.</returns>
    public static IReadOnlyList<Slice> Apply(IReadOnlyList<Slice> hours, IEnumerable<CounterInterval> intervals, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(intervals);
        var spread = hours.ToArray();
        foreach (var gap in intervals.Where(interval => interval.Known && interval.To - interval.From > LinearUpTo))
        {
            var inside = Enumerable.Range(0, hours.Count).Where(place => hours[place].From < gap.To && hours[place].To > gap.From).ToList();
            var weights = inside.ConvertAll(place => Weight(hours, place, gap, zone));
            var linear = inside.ConvertAll(place => gap.Amount * (Overlap(hours[place], gap) / (gap.To - gap.From)));
            var (sum, energy) = (weights.Sum(), linear.Sum());
            if (!(sum > 0))
            {
                continue;
            }

            for (var at = 0; at < inside.Count; at++)
            {
                var change = (energy * weights[at] / sum) - linear[at];
                var hour = spread[inside[at]];
                spread[inside[at]] = hour with { Amount = hour.Amount + change, Estimated = hour.Estimated + change };
            }
        }

        return spread;
    }

    private static TimeSpan Overlap(Slice hour, CounterInterval gap) => (hour.To < gap.To ? hour.To : gap.To) - (hour.From > gap.From ? hour.From : gap.From);

    // NaN when the profile is not known: it makes the sum NaN, and the gap stays linear.
    private static double Weight(IReadOnlyList<Slice> hours, int place, CounterInterval gap, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(hours[place].From, zone);
        var (sum, count) = (0.0, 0);
        for (var before = place - 1; before >= 0 && gap.From - hours[before].From <= Look; before--)
        {
            if (hours[before].To > gap.From || hours[before].Coverage < 0.99)
            {
                continue;
            }

            var then = TimeZoneInfo.ConvertTime(hours[before].From, zone);
            if (then.Hour == local.Hour && then.DayOfWeek == local.DayOfWeek)
            {
                (sum, count) = (sum + hours[before].Amount, count + 1);
            }
        }

        return count < 2 ? double.NaN : sum / count * Overlap(hours[place], gap).TotalHours;
    }
}
