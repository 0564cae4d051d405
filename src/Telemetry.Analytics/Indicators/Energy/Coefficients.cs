namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>A register's units into kWh by dated coefficients: raw counts and coefficients stay apart, so either can be corrected.</summary>
public static class Coefficients
{
    /// <summary>Intervals in kWh; one across a change is cut there, in proportion to time.</summary>
    /// <param name="intervals">In the register's unit, in time order.</param>
    /// <param name="coefficients">In any order.</param>
    /// <returns>Before the first coefficient the use is not known (<see cref="CounterInterval.Known"/> false): nobody can say what a unit was worth.</returns>
    public static IReadOnlyList<CounterInterval> ToKWh(IReadOnlyList<CounterInterval> intervals, IReadOnlyList<Coefficient> coefficients)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        ArgumentNullException.ThrowIfNull(coefficients);
        var ordered = coefficients.Where(one => one.Value > 0 && double.IsFinite(one.Value)).OrderBy(one => one.From).ToList();
        var converted = new List<CounterInterval>(intervals.Count);
        foreach (var interval in intervals)
        {
            var at = interval.From;
            while (at < interval.To)
            {
                var place = ordered.FindLastIndex(one => one.From <= at);
                var until = place + 1 < ordered.Count && ordered[place + 1].From < interval.To ? ordered[place + 1].From : interval.To;
                var share = interval.Amount * ((until - at) / (interval.To - interval.From));
                converted.Add(place < 0
                    ? interval with { From = at, To = until, Amount = 0, Known = false }
                    : interval with { From = at, To = until, Amount = share * ordered[place].Value });
                at = until;
            }
        }

        return converted;
    }
}
