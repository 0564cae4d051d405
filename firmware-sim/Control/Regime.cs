namespace FirmwareSim.Control;

/// <summary>What a circuit is doing now.</summary>
internal enum Regime
{
    /// <summary>Reduced set point.</summary>
    Reduced,

    /// <summary>Warming up before opening.</summary>
    PreComfort,

    /// <summary>Comfort set point.</summary>
    Comfort,

    /// <summary>Off, frost protection only.</summary>
    Standby,

    /// <summary>Left to the hand at the panel.</summary>
    Manual,
}
