namespace Telemetry.Analytics.Indicators.HotWater;

/// <summary>Whether a day of hot water was safe from legionella, by the tank's own sensors: pure.</summary>
/// <remarks>
/// Arrêté of 30 November 2005: 55 °C at the outlet at all times, or once a day 2 min at 70 °C, 4 min at 65 °C or 60 min at 60 °C. A run counts only where
/// every sensor held for the whole time (RMH760); dips of up to 2 min while water is drawn do not spoil condition A. A gap over 15 min is « non mesuré ».
/// </remarks>
public static class LegionellaRule
{
    private const double AlwaysHot = 55;
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestDip = TimeSpan.FromMinutes(2);
    private static readonly (double Celsius, TimeSpan Time)[] HeatUps =
        [(70, TimeSpan.FromMinutes(2)), (65, TimeSpan.FromMinutes(4)), (60, TimeSpan.FromMinutes(60))];

    /// <summary>What a day was, and since when and until when the water was hot enough, for the evidence.</summary>
    /// <param name="from">Start of the day.</param>
    /// <param name="to">Its end, excluded.</param>
    /// <param name="samples">Outlet, and least of all tank sensors, °C, in time order; NaN for a sensor that said nothing.</param>
    public static (HotWaterDay Day, DateTimeOffset From, DateTimeOffset To) Of(
        DateTimeOffset from, DateTimeOffset to, IReadOnlyList<(DateTimeOffset At, double Outlet, double Least)> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        foreach (var (celsius, time) in HeatUps)
        {
            if (Stretch(samples, celsius, to) is var (start, end) && end - start >= time)
            {
                return (HotWaterDay.HeatedUp, start, end);
            }
        }

        return HasGap(from, to, samples) ? (HotWaterDay.NotMeasured, from, to)
            : ColdestDip(samples, to) <= LongestDip ? (HotWaterDay.KeptHot, from, to)
            : (HotWaterDay.NotMet, from, to);
    }

    // The longest stretch with every sensor at the temperature; a silence ends it.
    private static (DateTimeOffset Start, DateTimeOffset End)? Stretch(IReadOnlyList<(DateTimeOffset At, double Outlet, double Least)> samples, double celsius, DateTimeOffset to)
    {
        (DateTimeOffset Start, DateTimeOffset End)? best = null;
        DateTimeOffset? start = null;
        for (var i = 0; i < samples.Count; i++)
        {
            var until = i + 1 < samples.Count ? samples[i + 1].At : to;
            if (!(samples[i].Least >= celsius) || until - samples[i].At > LongestGap)
            {
                start = null;
                continue;
            }

            start ??= samples[i].At;
            // What is known is that it held up to the last sample that says so.
            var end = i + 1 < samples.Count && samples[i + 1].Least >= celsius ? until : samples[i].At;
            if (best is null || end - start > best.Value.End - best.Value.Start)
            {
                best = (start.Value, end);
            }
        }

        return best;
    }

    private static bool HasGap(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<(DateTimeOffset At, double Outlet, double Least)> samples)
    {
        var heard = samples.Where(sample => !double.IsNaN(sample.Outlet)).Select(sample => sample.At).Prepend(from).Append(to).ToList();
        return heard.Count == 2 || heard.Zip(heard.Skip(1), (before, after) => after - before).Any(gap => gap > LongestGap);
    }

    private static TimeSpan ColdestDip(IReadOnlyList<(DateTimeOffset At, double Outlet, double Least)> samples, DateTimeOffset to)
    {
        var (longest, dip) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < samples.Count; i++)
        {
            var length = (i + 1 < samples.Count ? samples[i + 1].At : to) - samples[i].At;
            dip = samples[i].Outlet < AlwaysHot ? dip + length : TimeSpan.Zero;
            longest = dip > longest ? dip : longest;
        }

        return longest;
    }
}
