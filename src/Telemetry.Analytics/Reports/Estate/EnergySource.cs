namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Where the energy of a day was read.</summary>
public enum EnergySource
{
    /// <summary>Nowhere: the day is missing, and never zero.</summary>
    Missing,

    /// <summary>The building's own meters, through its gateway.</summary>
    Metered,

    /// <summary>An imported load curve or daily publication of the distributor.</summary>
    Imported,

    /// <summary>An invoice, shared between its days.</summary>
    Invoiced,
}
