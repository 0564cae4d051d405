using Telemetry.Analytics.Indicators;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>What a building uses and emits.</summary>
public sealed record BuildingFigures
{
    /// <summary>The building.</summary>
    public required Building Building { get; init; }

    /// <summary>Electric power drawn now, W, by its main meters (mean of the last minutes where the meter gives no power).</summary>
    public required Figure PowerNow { get; init; }

    /// <summary>Energy since local midnight, kWh, by carrier and in total.</summary>
    public required EnergyByCarrier Today { get; init; }

    /// <summary>Energy since the first of the local month, kWh, by carrier and in total.</summary>
    public required EnergyByCarrier Month { get; init; }

    /// <summary>Location-based emissions since local midnight, kgCO2e.</summary>
    public required Figure CarbonToday { get; init; }

    /// <summary>Location-based emissions since the first of the local month, kgCO2e.</summary>
    public required Figure CarbonMonth { get; init; }
}
