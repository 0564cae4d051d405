namespace Telemetry.Model.Settings;

/// <summary>A value that people set for a zone or a boiler room.</summary>
public enum Setting
{
    /// <summary>Room set point while occupied, °C.</summary>
    Comfort,

    /// <summary>Room set point at night and over short absences, °C.</summary>
    Reduced,

    /// <summary>Room set point of closures of 48 h and more, °C.</summary>
    Frost,

    /// <summary>24 h mean outdoor temperature above which nothing is heated, °C.</summary>
    HeatingLimit,

    /// <summary>K of flow for a K of outdoor temperature.</summary>
    CurveSlope,

    /// <summary>Parallel shift of the flow, K.</summary>
    CurveShift,

    /// <summary>K of flow for a K that the room lacks.</summary>
    RoomInfluence,

    /// <summary>Least flow set point, °C.</summary>
    FlowMin,

    /// <summary>Greatest flow set point, °C.</summary>
    FlowMax,

    /// <summary>Outdoor temperature the emitters were designed for, °C.</summary>
    DesignOutdoor,

    /// <summary>Flow temperature at that outdoor temperature, °C.</summary>
    DesignFlow,

    /// <summary>Return temperature at that outdoor temperature, °C.</summary>
    DesignReturn,

    /// <summary>Heat that people and sun give, as a difference of outdoor temperature, K.</summary>
    GainOffset,

    /// <summary>Outdoor temperature under which the reduced set point begins to be raised, °C.</summary>
    SetbackRaiseFrom,

    /// <summary>Outdoor temperature at which no setback is left, °C.</summary>
    SetbackRaiseTo,

    /// <summary>Earliest warm-up before opening, hours; 0 for none.</summary>
    OptimumStartMost,

    /// <summary>Similar days whose warm-up rate is remembered.</summary>
    OptimumStartDays,

    /// <summary>Earliest stop before closing, hours; 0 for none.</summary>
    OptimumStopMost,

    /// <summary>Outdoor temperature under which the plant is kept from freezing, °C.</summary>
    OutdoorFrost,

    /// <summary>Greatest boiler temperature, °C.</summary>
    BoilerMost,

    /// <summary>Least return of a boiler that does not condense, °C.</summary>
    BoilerLeastReturn,

    /// <summary>Switching difference of the boiler, K.</summary>
    SwitchingDifference,

    /// <summary>Least time a burner runs, minutes.</summary>
    BurnerLeastRun,

    /// <summary>Least time a burner stays off, minutes.</summary>
    BurnerLeastStop,

    /// <summary>Starts an hour from which to watch a burner.</summary>
    StartsToWatch,

    /// <summary>Starts an hour from which a burner is in alarm.</summary>
    StartsInAlarm,

    /// <summary>Time a pump runs before the burner, seconds.</summary>
    PumpLead,

    /// <summary>Time a pump runs after the burner, minutes.</summary>
    PumpOverrun,

    /// <summary>Hot water tank set point, °C.</summary>
    HotWater,

    /// <summary>Hysteresis of the tank, K.</summary>
    HotWaterHysteresis,

    /// <summary>Temperature of the legionella run, °C.</summary>
    LegionellaRun,

    /// <summary>Least temperature of the loop's return, °C.</summary>
    LoopLeast,

    /// <summary>Greatest temperature at mixed taps, °C.</summary>
    AntiScald,

    /// <summary>Silence after which a room sensor is not believed, minutes.</summary>
    RoomSensorSilence,

    /// <summary>Silence after which a sensor of the plant is not believed, minutes.</summary>
    PlantSensorSilence,

    /// <summary>Outdoor temperature supposed when none is known, °C.</summary>
    FallbackOutdoor,
}
