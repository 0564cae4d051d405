namespace FirmwareSim.Physics;

/// <summary>What a burner does.</summary>
internal enum BurnerPhase
{
    /// <summary>Waits.</summary>
    Off,

    /// <summary>Fan only, before the flame.</summary>
    PrePurge,

    /// <summary>Flame at its lowest for a minute.</summary>
    LowFire,

    /// <summary>Flame follows the demand.</summary>
    Modulating,

    /// <summary>Fan only, after the flame.</summary>
    PostPurge,
}
