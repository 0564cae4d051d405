using Telemetry.Analytics.Indicators;

namespace Telemetry.Analytics.Reports;

/// <summary>What the measured part of the IT parc uses and emits.</summary>
public sealed record ItFigures
{
    /// <summary>Each metered piece of IT equipment.</summary>
    public required IReadOnlyList<ItEquipmentFigures> Equipment { get; init; }

    /// <summary>Power drawn now by IT, cooling of server rooms included, W.</summary>
    public required Figure PowerNow { get; init; }

    /// <summary>Energy since local midnight, kWh.</summary>
    public required Figure EnergyToday { get; init; }

    /// <summary>Energy since the first of the local month, kWh.</summary>
    public required Figure EnergyMonth { get; init; }

    /// <summary>Emissions since local midnight, kgCO2e.</summary>
    public required Figure CarbonToday { get; init; }

    /// <summary>Emissions since the first of the local month, kgCO2e.</summary>
    public required Figure CarbonMonth { get; init; }

    /// <summary>PUE of the server room today: (IT + cooling) ÷ IT energy, category 2 (IT measured at the PDU), partial perimeter said so.</summary>
    public required Figure PueToday { get; init; }
}
