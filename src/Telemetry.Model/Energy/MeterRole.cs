namespace Telemetry.Model.Energy;

/// <summary>Where a register stands in the building's supply, so that nothing is counted twice.</summary>
public enum MeterRole
{
    /// <summary>Not a meter.</summary>
    None,

    /// <summary>The building's own supply: summed into its totals.</summary>
    Main,

    /// <summary>Behind a main meter: a part of it, never added to it.</summary>
    Sub,
}
