namespace Telemetry.Model.Control;

/// <summary>Why an order was refused or not confirmed. The number is kept in stores: never renumber.</summary>
public enum Refusal
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>Under the smallest value; <see cref="OrderReport.Limit"/> says which.</summary>
    BelowMinimum = 1,

    /// <summary>Over the largest value; <see cref="OrderReport.Limit"/> says which.</summary>
    AboveMaximum = 2,

    /// <summary>Not a number.</summary>
    NotANumber = 3,

    /// <summary>The point is not one people may write.</summary>
    NotWritable = 4,

    /// <summary>No such point behind this gateway.</summary>
    UnknownPoint = 5,

    /// <summary>The order's end is not in the future.</summary>
    EndInThePast = 6,

    /// <summary>The order's end is too far: <see cref="OrderReport.Limit"/> is the most hours allowed.</summary>
    EndTooFar = 7,

    /// <summary>The order came after its expiry.</summary>
    Late = 8,

    /// <summary>The device does not answer.</summary>
    NoAnswer = 9,

    /// <summary>The device is in local or manual mode: the person in front of it decides.</summary>
    LocalMode = 10,

    /// <summary>The device answered with an error.</summary>
    DeviceRejected = 11,

    /// <summary>The device accepted the write but reads back something else.</summary>
    ReadBackDiffers = 12,

    /// <summary>The device does not run the application its profile describes.</summary>
    WrongApplication = 13,

    /// <summary>The order came as a retained message: orders are never replayed.</summary>
    Retained = 14,

    /// <summary>Too many writes to this device: the budget of the day is spent.</summary>
    WriteBudgetSpent = 15,

    /// <summary>The device's state is too old to decide on.</summary>
    StaleState = 16,

    /// <summary>The order could not be understood.</summary>
    Malformed = 17,

    /// <summary>The gateway is not connected to the centre: the order was not sent.</summary>
    GatewayOffline = 18,

    /// <summary>An end so far, or a temperature so high, asks for a written reason.</summary>
    ReasonMissing = 19,

    /// <summary>Somebody else is at work on this plant; <see cref="OrderReport.Limit"/> is the minutes left.</summary>
    Reserved = 20,

    /// <summary>The gateway's clock cannot be believed: nothing with an end is begun.</summary>
    ClockUncertain = 21,

    /// <summary>Too many writes in a minute, or too many changes of mode; <see cref="OrderReport.Limit"/> is the seconds to wait.</summary>
    TooFast = 22,

    /// <summary>The plant is in safety: only somebody on site can release it.</summary>
    InSafety = 23,

    /// <summary>The controller reports a fault: nothing is started from afar, somebody must go.</summary>
    PlantFault = 24,

    /// <summary>A set point of the water outside what the emitters bear; <see cref="OrderReport.Limit"/> says which.</summary>
    FlowLimit = 25,

    /// <summary>A sensor that this order needs is lost; <see cref="OrderReport.Limit"/> is the most allowed without it.</summary>
    SensorLost = 26,

    /// <summary>It would take the frost protection away.</summary>
    FrostProtection = 27,

    /// <summary>Protected for ever: lock-outs, limits, burners, pumps, gas.</summary>
    Protected = 28,

    /// <summary>The controller does not offer this mode.</summary>
    ModeNotOffered = 29,

    /// <summary>The burner or its stop is too young; <see cref="OrderReport.Limit"/> is the minutes to wait.</summary>
    EquipmentWait = 30,

    /// <summary>Nobody on site could release it: the controller does not say when somebody stands before it.</summary>
    NoOnSiteRelease = 31,

    /// <summary>The programme has a mistake.</summary>
    ProgrammeInvalid = 32,

    /// <summary>The programme was made from another version than the one in force; <see cref="OrderReport.Limit"/> is that version.</summary>
    ProgrammeStale = 33,

    /// <summary>The person's role does not allow this.</summary>
    RoleNotEnough = 34,

    /// <summary>Not the code that the gateway shows on site; <see cref="OrderReport.Limit"/> is the tries left before it shows another.</summary>
    WrongCode = 35,

    /// <summary>Whether somebody is at the device cannot be read: it says something that its profile does not know.</summary>
    LocalUnclear = 36,
}
