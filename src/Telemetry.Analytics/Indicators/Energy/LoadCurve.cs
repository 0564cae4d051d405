namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Values at an even step with no register behind them (a load curve, an export): a hole's energy is known to nobody.</summary>
/// <param name="Values">kW or kWh; NaN where missing.</param>
/// <param name="Filled">Which were filled.</param>
public sealed record LoadCurve(IReadOnlyList<double> Values, IReadOnlyList<bool> Filled)
{
    /// <summary>Longest hole that is filled.</summary>
    public static readonly TimeSpan LongestFilled = TimeSpan.FromHours(3);

    /// <summary>Share of the values that is there or filled.</summary>
    public double Coverage => Values.Count == 0 ? 0 : (double)Values.Count(double.IsFinite) / Values.Count;

    /// <summary>The curve with its short holes filled linearly between their neighbours and marked; longer ones stay. Never zero.</summary>
    /// <param name="values">In time order; what is not a number, or negative, is missing.</param>
    /// <param name="step">Time between two.</param>
    public static LoadCurve Fill(IReadOnlyList<double> values, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        var whole = values.Select(value => value >= 0 && double.IsFinite(value) ? value : double.NaN).ToArray();
        var filled = new bool[whole.Length];
        for (var at = 0; at < whole.Length; at++)
        {
            var end = at;
            while (end < whole.Length && double.IsNaN(whole[end]))
            {
                end++;
            }

            if (end > at && at > 0 && end < whole.Length && (end - at) * step <= LongestFilled)
            {
                var (before, after) = (whole[at - 1], whole[end]);
                for (var hole = at; hole < end; hole++)
                {
                    whole[hole] = before + ((after - before) * (hole - at + 1) / (end - at + 1));
                    filled[hole] = true;
                }
            }

            at = Math.Max(at, end - 1);
        }

        return new LoadCurve(whole, filled);
    }
}
