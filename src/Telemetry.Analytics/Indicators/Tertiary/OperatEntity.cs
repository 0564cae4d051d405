using Telemetry.Analytics.Indicators.Carbon;

namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>What a functional entity (EFA) declares on OPERAT for one year.</summary>
public sealed record OperatEntity
{
    /// <summary>Name of the entity.</summary>
    public required string Name { get; init; }

    /// <summary>Its identifier on OPERAT; null when not yet given.</summary>
    public string? Reference { get; init; }

    /// <summary>Owner or tenant.</summary>
    public required string Role { get; init; }

    /// <summary>Sub-category of activity.</summary>
    public required string Activity { get; init; }

    /// <summary>Tertiary floor area, m².</summary>
    public double? AreaM2 { get; init; }

    /// <summary>Months of activity in the year, 1 to 12.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Year declared.</summary>
    public required int Year { get; init; }

    /// <summary>Consumption by energy, metered or invoiced, not climate-adjusted.</summary>
    public required IReadOnlyList<Activity> Consumption { get; init; }

    /// <summary>Electricity of charging points for vehicles, kWh, which is deducted.</summary>
    public double VehicleChargingKWh { get; init; }

    /// <summary>Indicators of intensity of use, as OPERAT asks for the activity: name and value.</summary>
    public IReadOnlyDictionary<string, double> Intensity { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}
