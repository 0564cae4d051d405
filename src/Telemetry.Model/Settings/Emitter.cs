namespace Telemetry.Model.Settings;

/// <summary>What gives the heat to a zone: it bounds the water sent there.</summary>
public enum Emitter
{
    /// <summary>Radiators and convectors.</summary>
    Radiators,

    /// <summary>Underfloor heating: water over 50 °C damages the floor.</summary>
    Underfloor,

    /// <summary>Unit heaters (aérothermes).</summary>
    UnitHeaters,
}
