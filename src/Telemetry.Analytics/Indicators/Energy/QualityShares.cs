namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Which share of a period's time each quality has.</summary>
public static class QualityShares
{
    /// <summary>Shares by code, summing to 1; codes without time are left out. Empty for an empty period.</summary>
    /// <param name="intervals">In time order, without overlap.</param>
    /// <param name="from">Start, included.</param>
    /// <param name="to">End, excluded.</param>
    /// <param name="longestStep">Beyond this, the time between two readings is a gap.</param>
    public static IReadOnlyDictionary<QualityCode, double> Of(
        IEnumerable<CounterInterval> intervals, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var times = new SortedDictionary<QualityCode, TimeSpan>();
        if (to <= from)
        {
            return new Dictionary<QualityCode, double>();
        }

        var known = TimeSpan.Zero;
        foreach (var interval in intervals)
        {
            var (start, end) = (interval.From > from ? interval.From : from, interval.To < to ? interval.To : to);
            if (end > start && interval.Known)
            {
                var code = Code(interval, longestStep);
                times[code] = times.GetValueOrDefault(code) + (end - start);
                known += end - start;
            }
        }

        if (to - from > known)
        {
            times[QualityCode.Missing] = to - from - known;
        }

        return times.ToDictionary(one => one.Key, one => one.Value / (to - from));
    }

    private static QualityCode Code(CounterInterval interval, TimeSpan longestStep) => interval.Mark switch
    {
        CounterMark.Rollover => QualityCode.Rollover,
        CounterMark.Replacement => QualityCode.Replacement,
        CounterMark.Reset => QualityCode.Reset,
        CounterMark.CaughtUp => QualityCode.EstimatedLinear,
        _ => interval.To - interval.From > longestStep ? QualityCode.EstimatedLinear : QualityCode.Measured,
    };
}
