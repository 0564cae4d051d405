namespace Telemetry.Analytics.Indicators;

/// <summary>A number one can sign: with its unit, period, coverage and where it comes from.</summary>
public sealed record Figure
{
    /// <summary>The value; NaN exactly when <see cref="Problem"/> says why there is none.</summary>
    public required double Value { get; init; }

    /// <summary>Unit as printed: <c>kWh</c>, <c>kgCO2e</c>, <c>W</c>; empty for ratios.</summary>
    public required string Unit { get; init; }

    /// <summary>First instant of the period, UTC, included.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the period, UTC, excluded.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Share of the period that is really measured, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Lines it is made of: quantity × factor, with the factor's source. They sum to <see cref="Value"/>.</summary>
    public IReadOnlyList<FigureLine> Lines { get; init; } = [];

    /// <summary>The part of <see cref="Value"/> that was spread over gaps or otherwise estimated, in the figure's unit.</summary>
    public double Estimated { get; init; }

    /// <summary>Parts that should be in it and have no value: the figure is short of them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Why there is no value; <see cref="FigureProblem.None"/> when there is one.</summary>
    public FigureProblem Problem { get; init; }

    /// <summary>A figure that cannot be given, with the reason.</summary>
    public static Figure Refused(string unit, DateTimeOffset from, DateTimeOffset to, FigureProblem why) =>
        new() { Value = double.NaN, Unit = unit, From = from, To = to, Coverage = 0, Problem = why };
}
