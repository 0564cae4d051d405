namespace FirmwareSim.Control;

/// <summary>A value that a technician can set, in °C, K, minutes or a plain number.</summary>
internal enum Setting
{
    /// <summary>Comfort room set point.</summary>
    RoomDay,

    /// <summary>Reduced room set point.</summary>
    RoomNight,

    /// <summary>Heating curve slope.</summary>
    Slope,

    /// <summary>Heating curve level, K.</summary>
    Level,

    /// <summary>Lowest flow.</summary>
    FlowMin,

    /// <summary>Highest flow.</summary>
    FlowMax,

    /// <summary>24 h mean outdoor temperature above which the circuit is off.</summary>
    SummerLimit,

    /// <summary>Outdoor temperature under which the pump never stops.</summary>
    FrostLimit,

    /// <summary>Room temperature kept by the frost protection.</summary>
    FrostRoom,

    /// <summary>Highest return.</summary>
    ReturnMax,

    /// <summary>Minutes the pump runs on.</summary>
    PumpPostRun,

    /// <summary>1 when hot water stops the heating while it charges.</summary>
    DhwPriority,

    /// <summary>Tank set point when used.</summary>
    DhwDay,

    /// <summary>Tank set point when not used.</summary>
    DhwNight,

    /// <summary>Tank hysteresis, K.</summary>
    DhwHysteresis,

    /// <summary>Boiler above the tank set point while charging, K.</summary>
    DhwBoost,

    /// <summary>Days of the disinfection, bit 0 Monday.</summary>
    DisinfectionDays,

    /// <summary>Start of the disinfection, minutes after midnight.</summary>
    DisinfectionStart,

    /// <summary>Length of the disinfection, minutes.</summary>
    DisinfectionMinutes,

    /// <summary>Temperature of the disinfection.</summary>
    DisinfectionC,

    /// <summary>1 when the circuit is off in setback until the room asks.</summary>
    TotalStop,
}
