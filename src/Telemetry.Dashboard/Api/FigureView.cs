using Telemetry.Analytics.Indicators;

namespace Telemetry.Dashboard.Api;

/// <summary>A figure as open data: nothing of it is left to guess.</summary>
internal sealed record FigureView
{
    /// <summary>The value; null when <see cref="Problem"/> says why there is none.</summary>
    public required double? Value { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    /// <summary>Share of the period that is really measured, 0 to 1.</summary>
    public required double Coverage { get; init; }

    public required string? Problem { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    public static FigureView Of(Figure figure) => new()
    {
        Value = double.IsFinite(figure.Value) ? figure.Value : null,
        Unit = figure.Unit,
        From = figure.From.ToUniversalTime(),
        To = figure.To.ToUniversalTime(),
        Coverage = figure.Coverage,
        Problem = figure.Problem == FigureProblem.None ? null : figure.Problem.ToString(),
        Lines = [.. figure.Lines.Select(LineView.Of)],
    };
}
