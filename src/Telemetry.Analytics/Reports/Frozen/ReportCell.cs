namespace Telemetry.Analytics.Reports.Frozen;

/// <summary>A cell: a text, a number, or nothing with the reason in its text.</summary>
/// <param name="Text">A text as it stands, or a word that pages translate.</param>
/// <param name="Number">A number; null when there is none.</param>
public sealed record ReportCell(string? Text, double? Number)
{
    /// <summary>A text.</summary>
    public static ReportCell Of(string text) => new(text, null);

    /// <summary>A number; empty, never zero, when it is none.</summary>
    public static ReportCell Of(double number) => new(null, double.IsFinite(number) ? number : null);

    /// <summary>A figure; its reason when it is refused.</summary>
    public static ReportCell Of(Indicators.Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Problem == Indicators.FigureProblem.None ? Of(figure.Value) : Of(figure.Problem.ToString());
    }
}
