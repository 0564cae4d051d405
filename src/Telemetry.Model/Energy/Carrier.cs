namespace Telemetry.Model.Energy;

/// <summary>What carries the energy a register or an invoice counts.</summary>
public enum Carrier
{
    /// <summary>Not an energy register.</summary>
    None,

    /// <summary>Electricity, kWh final.</summary>
    Electricity,

    /// <summary>Natural gas, kWh PCS (higher heating value).</summary>
    NaturalGas,

    /// <summary>Domestic fuel oil, kWh PCI (lower heating value).</summary>
    FuelOil,

    /// <summary>Propane, butane and LPG, kWh PCI.</summary>
    Propane,

    /// <summary>Wood pellets, kWh PCI.</summary>
    WoodPellets,

    /// <summary>Wood logs, kWh PCI.</summary>
    WoodLogs,

    /// <summary>Wood chips, kWh PCI.</summary>
    WoodChips,

    /// <summary>Heat of a district network, kWh delivered.</summary>
    DistrictHeat,

    /// <summary>Cold of a district network, kWh delivered.</summary>
    DistrictCooling,
}
