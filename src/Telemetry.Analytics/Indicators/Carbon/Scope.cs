namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Scopes of the GHG Protocol.</summary>
public enum Scope
{
    /// <summary>Direct: what is burnt on the spot.</summary>
    Direct = 1,

    /// <summary>Indirect from bought electricity, heat and cold.</summary>
    Energy = 2,

    /// <summary>All else: upstream of the fuels, losses of the grid.</summary>
    Other = 3,
}
