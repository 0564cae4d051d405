namespace Telemetry.Analytics.Indicators;

/// <summary>How much a figure changed between two periods, when that can be said.</summary>
public static class Comparison
{
    /// <summary>Below this coverage a figure is never shown as a fall.</summary>
    public const double LeastCoverage = 0.9;

    private const double SameCoverage = 0.05;
    private const double SameLength = 0.05;

    /// <summary>now ÷ before − 1: −0.06 is a fall of 6 %.</summary>
    /// <returns>
    /// Refused when one is refused, when the units differ (<see cref="FigureProblem.UnknownUnit"/>), when one is measured under 90 %
    /// (<see cref="FigureProblem.LowCoverage"/>), when the coverages lie more than 5 points apart, the lengths more than 5 % or parts lack on
    /// one side (<see cref="FigureProblem.UnequalCoverage"/>), or when the first is zero.
    /// </returns>
    public static Figure Change(Figure now, Figure before)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(before);
        var problem = Problem(now, before);
        if (problem != FigureProblem.None)
        {
            return Figure.Refused("", now.From, now.To, problem) with { Missing = [.. now.Missing.Union(before.Missing, StringComparer.Ordinal)] };
        }

        return new Figure
        {
            Value = (now.Value / before.Value) - 1,
            Unit = "",
            From = now.From,
            To = now.To,
            Coverage = Math.Min(now.Coverage, before.Coverage),
            Lines =
            [
                new FigureLine("Now", now.Value, now.Unit, null, now.Value / before.Value),
                new FigureLine("Before", before.Value, before.Unit, null, -1),
            ],
        };
    }

    private static FigureProblem Problem(Figure now, Figure before)
    {
        if (now.Problem != FigureProblem.None || before.Problem != FigureProblem.None)
        {
            return now.Problem != FigureProblem.None ? now.Problem : before.Problem;
        }

        var (length, lengthBefore) = (now.To - now.From, before.To - before.From);
        return now.Unit != before.Unit ? FigureProblem.UnknownUnit
            : !(before.Value > 0) ? FigureProblem.NoDenominator
            : Math.Min(now.Coverage, before.Coverage) < LeastCoverage ? FigureProblem.LowCoverage
            : Math.Abs(now.Coverage - before.Coverage) > SameCoverage
                || Math.Abs((length / lengthBefore) - 1) > SameLength
                || !now.Missing.ToHashSet(StringComparer.Ordinal).SetEquals(before.Missing) ? FigureProblem.UnequalCoverage
            : FigureProblem.None;
    }
}
