using Telemetry.Analytics.Indicators;

namespace Telemetry.Analytics.Reports;

/// <summary>What the town uses and emits: sums of its buildings.</summary>
public sealed record TownFigures
{
    /// <summary>Each building's own figures, in the order of the registry.</summary>
    public required IReadOnlyList<BuildingFigures> Buildings { get; init; }

    /// <summary>Electric power drawn now, W.</summary>
    public required Figure PowerNow { get; init; }

    /// <summary>Energy since local midnight, kWh.</summary>
    public required Figure EnergyToday { get; init; }

    /// <summary>Energy since the first of the local month, kWh.</summary>
    public required Figure EnergyMonth { get; init; }

    /// <summary>Emissions since local midnight, kgCO2e.</summary>
    public required Figure CarbonToday { get; init; }

    /// <summary>Emissions since the first of the local month, kgCO2e.</summary>
    public required Figure CarbonMonth { get; init; }
}
