using Telemetry.Analytics.Indicators;
using Telemetry.Model.Energy;

namespace Telemetry.Dashboard.Api;

/// <summary>One line of a figure as open data.</summary>
internal sealed record LineView(string Label, double? Quantity, string QuantityUnit, EmissionFactor? Factor, double? Result)
{
    public static LineView Of(FigureLine line) => new(line.Label, Finite(line.Quantity), line.QuantityUnit, line.Factor, Finite(line.Result));

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
