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
}
