using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators;

/// <summary>One line of a figure.</summary>
/// <param name="Label">What the line counts: a point or a carrier.</param>
/// <param name="Quantity">How much, in <paramref name="QuantityUnit"/>.</param>
/// <param name="QuantityUnit">Unit of the quantity.</param>
/// <param name="Factor">What it was multiplied by; null when it is only added.</param>
/// <param name="Result">The line's part of the figure, in the figure's unit.</param>
public sealed record FigureLine(string Label, double Quantity, string QuantityUnit, EmissionFactor? Factor, double Result)
{
    /// <summary>What must be said beside it.</summary>
    public LineNote Note { get; init; }
}
