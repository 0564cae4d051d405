using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Activity data of an inventory: how much of a carrier was used over a period.</summary>
/// <param name="Label">What it is called: a meter, an invoice, a delivery.</param>
/// <param name="Carrier">The carrier.</param>
/// <param name="Quantity">How much, at least 0.</param>
/// <param name="Unit">A unit of <see cref="Fuels"/>: <c>kWh</c>, <c>kWh PCS</c>, <c>kWh PCI</c>, <c>MWh</c>, <c>L</c>, <c>kg</c>, <c>stère</c>.</param>
/// <param name="From">Start, UTC, included.</param>
/// <param name="To">End, UTC, excluded.</param>
public sealed record Activity(string Label, Carrier Carrier, double Quantity, string Unit, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Share of the period that is really measured, 0 to 1.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>The part of <see cref="Quantity"/> that is estimated.</summary>
    public double Estimated { get; init; }

    /// <summary>Half width of the 95 % range of the quantity, as a share; null when nobody said.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>A factor of its own (the district network's, from its yearly arrêté); null to take the set's.</summary>
    public EmissionFactor? Own { get; init; }

    /// <summary>What is burnt, for carriers whose factor depends on it: <c>boiler</c> or <c>stove</c> of wood.</summary>
    public string? Use { get; init; }

    /// <summary>The activity data of an energy figure.</summary>
    public static Activity Of(string label, Carrier carrier, Figure energy)
    {
        ArgumentNullException.ThrowIfNull(energy);
        return new Activity(label, carrier, energy.Value, CarrierWords.Unit(carrier), energy.From, energy.To) { Coverage = energy.Coverage, Estimated = energy.Estimated };
    }
}
