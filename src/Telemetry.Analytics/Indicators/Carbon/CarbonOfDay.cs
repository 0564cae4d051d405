using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Emissions of one local day from what a register counted, with the intensity of each moment.</summary>
public static class CarbonOfDay
{
    /// <summary>The sum over the intervals' parts that lie in the day.</summary>
    /// <param name="intervals">What the register counted.</param>
    /// <param name="day">The local day.</param>
    /// <param name="zone">Whose day.</param>
    /// <param name="kWhPerUnit">kWh of one unit of the register.</param>
    /// <param name="intensity">The intensity in time.</param>
    /// <param name="step">Its step.</param>
    public static TimedSum Of(
        IEnumerable<CounterInterval> intervals, DateOnly day, TimeZoneInfo zone, double kWhPerUnit, IGridIntensity intensity, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var (start, end) = (CivilDays.Start(day, zone), CivilDays.End(day, zone));
        var sum = default(TimedSum);
        foreach (var interval in intervals.Where(interval => interval.Known))
        {
            var (from, to) = (interval.From > start ? interval.From : start, interval.To < end ? interval.To : end);
            if (to > from)
            {
                sum = sum.With(new EnergyStep(from, to, interval.Amount * kWhPerUnit * ((to - from) / (interval.To - interval.From))), intensity, step);
            }
        }

        return sum;
    }
}
