namespace FirmwareSim.Physics;

/// <summary>The thermal figures of one building: W, W/K, J/K, °C, m².</summary>
/// <remarks>Two-node model: air and furniture (i), structure (m). The four sets are derived from U-values of the French 3CL tables and the TEASER archetypes.</remarks>
internal sealed record BuildingData
{
    internal required double FloorArea { get; init; }

    /// <summary>Loss of the opaque envelope, from the structure, W/K.</summary>
    internal required double LossOpaque { get; init; }

    /// <summary>Loss of windows and closed-building leaks, from the air, W/K.</summary>
    internal required double LossAir { get; init; }

    /// <summary>What people's ventilation adds when the building is full, W/K.</summary>
    internal required double LossOccupied { get; init; }

    internal required double CapacityAir { get; init; }

    internal required double CapacityMass { get; init; }

    /// <summary>Exchange between air and structure, W/K.</summary>
    internal required double Exchange { get; init; }

    /// <summary>Equivalent solar aperture, m².</summary>
    internal required double Aperture { get; init; }

    /// <summary>Heat of people and light when full, W.</summary>
    internal required double GainsOccupied { get; init; }

    /// <summary>Heat that is always there, W.</summary>
    internal required double GainsBase { get; init; }

    internal required double Comfort { get; init; }

    internal required double Reduced { get; init; }

    internal required double DesignFlow { get; init; }

    internal required double DesignReturn { get; init; }

    /// <summary>Outdoor temperature of the design, °C.</summary>
    internal double DesignOutdoor { get; init; } = -9.5;

    /// <summary>Emitter exponent.</summary>
    internal required double Exponent { get; init; }

    /// <summary>Heat load at the design point, W.</summary>
    internal required double DesignLoad { get; init; }

    /// <summary>Heat capacity of emitters and their water, J/K.</summary>
    internal required double EmitterCapacity { get; init; }

    /// <summary>Share of the emitters' heat that goes to the structure.</summary>
    internal required double Radiative { get; init; }

    /// <summary>Boilers on one header, of equal power.</summary>
    internal int Boilers { get; init; } = 1;

    /// <summary>Nominal useful power of the boilers together, W.</summary>
    internal required double BoilerPower { get; init; }

    /// <summary>Lowest modulation of a boiler, share of its nominal.</summary>
    internal required double BoilerMinimum { get; init; }

    internal required bool Condensing { get; init; }

    internal required double TankLitres { get; init; }

    /// <summary>Hours before opening at which a warm-up may start.</summary>
    internal required double WarmUpMostHours { get; init; }

    /// <summary>Warm-up rate the controller expects, K/h.</summary>
    internal required double WarmUpRate { get; init; }

    /// <summary>What the emitters give at the design point: a fifth more than the load.</summary>
    internal double EmitterPower => 1.2 * DesignLoad;

    /// <summary>Slope that a line from the set point to the design flow would have.</summary>
    internal double DesignSlope => (DesignFlow - Comfort) / (Comfort - DesignOutdoor);
}
