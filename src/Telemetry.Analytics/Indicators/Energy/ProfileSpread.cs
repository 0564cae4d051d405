namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Hours whose energy is known and whose course is not (long gaps, stuck registers) take the course of the weeks before them.</summary>
/// <remarks>
/// The mean of the same local weekday and hour over the four weeks before, from hours that are measured; each hour of a run needs two of them, else the run stays
/// as it is: a gap linear, a rest a rest. What a run used stays the same to rounding. A register is taken for stuck when it stood still for more than three hours, never did
/// so for an hour in those four weeks, and then made up for more than half of what they expect: a power cut makes up for nothing.
/// </remarks>
public static class ProfileSpread
{
    /// <summary>Up to this length a gap stays linear, and a rest a rest.</summary>
    public static readonly TimeSpan LinearUpTo = TimeSpan.FromHours(3);

    /// <summary>How far before a run the profile looks.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromDays(28);

    private const int Slots = 7 * 24;
    private const double CatchUp = 0.5;

    /// <summary>The hours with their long gaps and stuck runs spread; the same object when there are none.</summary>
    /// <param name="hours">Hours of one register as cut, in time order without holes: the runs whole, and the four weeks before them.</param>
    /// <param name="zone">Whose weekdays and hours.</param>
    public static IReadOnlyList<Slice> Of(IReadOnlyList<Slice> hours, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(hours);
        Slice[]? spread = null;
        for (var at = 0; at < hours.Count;)
        {
            var end = at;
            while (end < hours.Count && IsGap(hours[end]))
            {
                end++;
            }

            if (end > at)
            {
                Gap(hours, at, end, zone, ref spread);
                at = end;
                continue;
            }

            while (end < hours.Count && Rests(hours[end]))
            {
                end++;
            }

            if (end > at && end < hours.Count)
            {
                Stuck(hours, at, end, zone, ref spread);
            }

            at = Math.Max(end, at + 1);
        }

        return spread ?? hours;
    }

    /// <summary>Whether an hour may belong to a run: all of it a gap, or all of it at rest.</summary>
    public static bool IsOpen(Slice hour) => IsGap(hour) || Rests(hour);

    private static bool IsGap(Slice hour) => hour.Known > TimeSpan.Zero && hour.Measured == TimeSpan.Zero;

    private static bool Rests(Slice hour) => hour.Amount == 0 && hour.Measured == hour.To - hour.From;

    private static TimeSpan Unmeasured(Slice hour) => hour.Known - hour.Measured;

    /// <summary>Hours that are all gap, with the parts of a gap in the hours beside them.</summary>
    private static void Gap(IReadOnlyList<Slice> hours, int from, int to, TimeZoneInfo zone, ref Slice[]? spread)
    {
        from -= from > 0 && Unmeasured(hours[from - 1]) > TimeSpan.Zero ? 1 : 0;
        to += to < hours.Count && Unmeasured(hours[to]) > TimeSpan.Zero ? 1 : 0;
        var (time, energy) = (TimeSpan.Zero, 0.0);
        for (var at = from; at < to; at++)
        {
            (time, energy) = (time + Unmeasured(hours[at]), energy + hours[at].Estimated);
        }

        if (time <= LinearUpTo || Weights(hours, from, to, zone, Unmeasured) is not { } weights)
        {
            return;
        }

        spread ??= [.. hours];
        for (var at = from; at < to; at++)
        {
            var estimated = energy * weights[at - from];
            spread[at] = spread[at] with { Amount = hours[at].Amount - hours[at].Estimated + estimated, Estimated = estimated };
        }
    }

    /// <summary>Hours at rest up to <paramref name="end"/>, the hour in which the register moves again.</summary>
    private static void Stuck(IReadOnlyList<Slice> hours, int from, int end, TimeZoneInfo zone, ref Slice[]? spread)
    {
        var moved = hours[end];
        if (moved.From - hours[from].From <= LinearUpTo || moved.Known < moved.To - moved.From || !NeverRested(hours, from)
            || Weights(hours, from, end + 1, zone, hour => hour.To - hour.From, out var expected) is not { } weights || moved.Amount <= CatchUp * expected)
        {
            return;
        }

        spread ??= [.. hours];
        for (var at = from; at <= end; at++)
        {
            var amount = moved.Amount * weights[at - from];
            spread[at] = hours[at] with { Amount = amount, Estimated = amount, Measured = TimeSpan.Zero };
        }
    }

    private static bool NeverRested(IReadOnlyList<Slice> hours, int from)
    {
        for (var before = from - 1; before >= 0 && hours[from].From - hours[before].From <= Look; before--)
        {
            if (Rests(hours[before]))
            {
                return false;
            }
        }

        return true;
    }

    private static double[]? Weights(IReadOnlyList<Slice> hours, int from, int to, TimeZoneInfo zone, Func<Slice, TimeSpan> time) => Weights(hours, from, to, zone, time, out _);

    /// <summary>Share of each hour of a run, summing to 1; null where the profile is not known or expects nothing.</summary>
    private static double[]? Weights(IReadOnlyList<Slice> hours, int from, int to, TimeZoneInfo zone, Func<Slice, TimeSpan> time, out double expected)
    {
        var (sums, counts) = (new double[Slots], new int[Slots]);
        for (var before = from - 1; before >= 0 && hours[from].From - hours[before].From <= Look; before--)
        {
            if (hours[before].Coverage >= 0.99)
            {
                var slot = Slot(hours[before], zone);
                (sums[slot], counts[slot]) = (sums[slot] + hours[before].Amount, counts[slot] + 1);
            }
        }

        var weights = new double[to - from];
        expected = 0;
        for (var at = from; at < to; at++)
        {
            var slot = Slot(hours[at], zone);
            weights[at - from] = counts[slot] < 2 ? double.NaN : sums[slot] / counts[slot] * time(hours[at]).TotalHours;
            expected += weights[at - from];
        }

        if (!(expected > 0))
        {
            return null;
        }

        for (var at = 0; at < weights.Length; at++)
        {
            weights[at] /= expected;
        }

        return weights;
    }

    private static int Slot(Slice hour, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(hour.From, zone) is var local ? ((int)local.DayOfWeek * 24) + local.Hour : 0;
}
