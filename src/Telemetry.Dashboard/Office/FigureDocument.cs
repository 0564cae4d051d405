using Telemetry.Analytics.Indicators;

namespace Telemetry.Dashboard.Office;

/// <summary>A figure as JSON says it: value or reason, unit, period, coverage, lines.</summary>
internal static class FigureDocument
{
    public static object Of(Figure figure) => new
    {
        value = OfficeScreen.Number(figure.Value),
        unit = figure.Unit,
        from = figure.From,
        to = figure.To,
        coverage = OfficeScreen.Number(figure.Coverage),
        estimated = OfficeScreen.Number(figure.Estimated),
        problem = figure.Problem == FigureProblem.None ? null : figure.Problem.ToString(),
        missing = figure.Missing.Count == 0 ? null : figure.Missing,
        lines = figure.Lines.Select(line => new
        {
            label = line.Label,
            quantity = OfficeScreen.Number(line.Quantity),
            unit = line.QuantityUnit,
            factor = line.Factor is { } factor ? new { factor.Id, factor.Value, factor.Unit, factor.Perimeter, factor.Year, factor.Source, factor.Uncertainty } : null,
            result = OfficeScreen.Number(line.Result),
            note = line.Note == LineNote.None ? null : line.Note.ToString(),
        }),
    };

    /// <summary>One line for people.</summary>
    public static string Line(string name, Figure figure) => figure.Problem == FigureProblem.None
        ? FormattableString.Invariant($"{name,-28} {figure.Value,14:0.##} {figure.Unit,-8} known {figure.Coverage:P0}")
        : $"{name,-28} {"-",14} {figure.Unit,-8} {figure.Problem}{(figure.Missing.Count > 0 ? " (" + string.Join(", ", figure.Missing) + ")" : "")}";
}
