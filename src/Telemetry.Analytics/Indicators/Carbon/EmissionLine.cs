using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>One line of an inventory: quantity × factor = emission, in one scope and one regulatory category.</summary>
/// <param name="Label">The activity's label.</param>
/// <param name="Carrier">Its carrier.</param>
/// <param name="Year">Data year of the activity.</param>
/// <param name="Quantity">In the factor's basis.</param>
/// <param name="QuantityUnit">That basis: <c>kWh PCS</c>.</param>
/// <param name="Factor">Named, with unit, perimeter, year, source, and its uncertainty when the source gives one.</param>
/// <param name="Scope">GHG Protocol.</param>
/// <param name="Category">BEGES.</param>
/// <param name="KgCO2e">The emission.</param>
/// <param name="Note">What must be said.</param>
public sealed record EmissionLine(
    string Label, Carrier Carrier, int Year, double Quantity, string QuantityUnit, EmissionFactor Factor, Scope Scope, BegesCategory Category, double KgCO2e, LineNote Note)
{
    /// <summary>Half width of the 95 % range of the line, as a share: quantity and factor together; null when one of them is not known.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>The line as a figure carries it.</summary>
    public FigureLine ToFigureLine() => new(Label, Quantity, QuantityUnit, Factor, KgCO2e) { Note = Note };
}
