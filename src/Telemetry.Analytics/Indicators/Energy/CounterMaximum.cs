using MathNet.Numerics.Statistics;

namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Most a register can plausibly count in an hour.</summary>
public static class CounterMaximum
{
    private const int LeastIntervals = 100;

    /// <summary>From the subscribed power or the rating: 1.2 × kW, in the register's unit.</summary>
    /// <param name="kW">Above 0.</param>
    /// <param name="kWhPerUnit">kWh for one unit of the register, above 0.</param>
    public static double OfPower(double kW, double kWhPerUnit = 1) => 1.2 * kW / kWhPerUnit;

    /// <summary>Where neither is known: 5 × the 99.9th percentile of what it counted by hour; null with fewer than a hundred moving intervals.</summary>
    public static double? OfHistory(IEnumerable<CounterInterval> intervals)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var rates = intervals.Where(interval => interval is { Known: true, Amount: > 0 })
            .Select(interval => interval.Amount / (interval.To - interval.From).TotalHours).ToArray();
        return rates.Length < LeastIntervals ? null : 5 * ArrayStatistics.QuantileInplace(rates, 0.999);
    }
}
