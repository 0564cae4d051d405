namespace Telemetry.Model.Alarms;

/// <summary>The lines of the alarm catalogue (<c>docs/alarms.md</c>). The number is the code's (A02 is 2) and is kept in stores: never renumber.</summary>
public enum AlarmKind
{
    /// <summary>A01: a safety limiter of the boiler has tripped.</summary>
    SafetyTrip = 1,

    /// <summary>A02: the burner or the controller reports a fault.</summary>
    BurnerFault = 2,

    /// <summary>A03: gas or carbon monoxide detected.</summary>
    GasDetected = 3,

    /// <summary>A04: water on the floor of the boiler room.</summary>
    WaterLeak = 4,

    /// <summary>A05: water pressure low.</summary>
    LowPressure = 5,

    /// <summary>A06: the network takes more make-up water than it should.</summary>
    MakeUpWater = 6,

    /// <summary>A07: flow water too hot for the emitters.</summary>
    FlowTooHot = 7,

    /// <summary>A08: flow water too cold for what is asked.</summary>
    FlowTooCold = 8,

    /// <summary>A09: risk of frost in rooms or water.</summary>
    FrostRisk = 9,

    /// <summary>A10: frost protection suspended while it is cold.</summary>
    FrostProtectionOff = 10,

    /// <summary>A11: a sensor says nothing, or what no sensor can say.</summary>
    SensorLost = 11,

    /// <summary>A12: values that cannot be believed.</summary>
    ImpossibleValue = 12,

    /// <summary>A13: the pump is in fault, or does not run when asked.</summary>
    PumpFault = 13,

    /// <summary>A14: the valve moves and the water does not follow.</summary>
    ValveStuck = 14,

    /// <summary>A15: rooms stay too cold for what is asked.</summary>
    RoomTooCold = 15,

    /// <summary>A16: rooms are heated beyond what is asked.</summary>
    RoomTooWarm = 16,

    /// <summary>A17: rooms are warm too early or too late, several days on end.</summary>
    StartMistimed = 17,

    /// <summary>A18: the burner starts too often.</summary>
    ShortCycling = 18,

    /// <summary>A19: efficiency falls.</summary>
    EfficiencyDrift = 19,

    /// <summary>A20: return water too warm to condense.</summary>
    ReturnTooWarm = 20,

    /// <summary>A21: hot water too cold.</summary>
    HotWaterCold = 21,

    /// <summary>A22: the anti-legionella run was not reached.</summary>
    DisinfectionMissed = 22,

    /// <summary>A23: hot water that burns.</summary>
    HotWaterScald = 23,

    /// <summary>A24: an order was not confirmed by the device.</summary>
    OrderUnconfirmed = 24,

    /// <summary>A25: an order was confirmed and nothing changed.</summary>
    OrderWithoutEffect = 25,

    /// <summary>A26: a forced mode that lasts.</summary>
    ForcedTooLong = 26,

    /// <summary>A27: the controller is in local or manual mode.</summary>
    LocalMode = 27,

    /// <summary>A28: nothing comes from a gateway any more.</summary>
    GatewaySilent = 28,

    /// <summary>A29: mains lost.</summary>
    MainsLost = 29,

    /// <summary>A30: the gateway's clock is not certain.</summary>
    ClockUncertain = 30,

    /// <summary>A31: the calendar of holidays runs out.</summary>
    CalendarEnds = 31,

    /// <summary>A32: orders were refused.</summary>
    OrderRefused = 32,

    /// <summary>A33: a set point above the legal limit.</summary>
    SetpointAboveLegal = 33,

    /// <summary>A34: more writes than a device's memory can bear.</summary>
    WriteBudget = 34,

    /// <summary>A35: fuel runs low.</summary>
    FuelLow = 35,

    /// <summary>A36: maintenance is due.</summary>
    MaintenanceDue = 36,

    /// <summary>A37: the device follows a programme of its own.</summary>
    HiddenProgramme = 37,

    /// <summary>A38: sensors that should agree do not.</summary>
    SensorsDisagree = 38,

    /// <summary>A39: the door of the boiler room is open.</summary>
    Intrusion = 39,

    /// <summary>A40: the gateway's power supply or battery is in fault.</summary>
    BackupPower = 40,

    /// <summary>A41: the centre itself is cut from its broker.</summary>
    CentreCut = 41,

    /// <summary>A42: nothing that can be believed comes from a device.</summary>
    DeviceSilent = 42,

    /// <summary>A43: put in safety (mise en sécurité), until somebody on site releases it.</summary>
    SafeState = 43,

    /// <summary>A44: a setting kept in a controller was changed on site.</summary>
    SettingChangedOnSite = 44,
}
