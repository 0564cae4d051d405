namespace Telemetry.Model.Energy;

/// <summary>What carries the energy a register counts.</summary>
public enum Carrier
{
    /// <summary>Not an energy register.</summary>
    None,

    /// <summary>Electricity, kWh final.</summary>
    Electricity,

    /// <summary>Natural gas, kWh PCS (higher heating value).</summary>
    NaturalGas,
}
