namespace Telemetry.Analytics.Indicators;

/// <summary>A figure by square metre, by inhabitant, by place.</summary>
public static class Intensity
{
    /// <summary>The figure ÷ a denominator, line by line.</summary>
    /// <param name="figure">An energy, an emission or a cost.</param>
    /// <param name="denominator">m², inhabitants…: above 0; null when unknown.</param>
    /// <param name="per">Its unit: <c>m²</c>, <c>inhabitant</c>.</param>
    /// <returns>Unit <c>kWh/m²</c>; refused without denominator (<see cref="FigureProblem.NoDenominator"/>), or as the figure itself is.</returns>
    public static Figure Of(Figure figure, double? denominator, string per)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var unit = $"{figure.Unit}/{per}";
        if (figure.Problem != FigureProblem.None)
        {
            return figure with { Unit = unit };
        }

        if (denominator is not { } by || by == 0)
        {
            return Figure.Refused(unit, figure.From, figure.To, FigureProblem.NoDenominator) with { Missing = [per] };
        }

        if (!double.IsFinite(by) || by < 0)
        {
            return Figure.Refused(unit, figure.From, figure.To, FigureProblem.ImpossibleValue) with { Missing = [per] };
        }

        return figure with
        {
            Value = figure.Value / by,
            Unit = unit,
            Estimated = figure.Estimated / by,
            Lines = [.. figure.Lines.Select(line => line with { Result = line.Result / by })],
        };
    }
}
