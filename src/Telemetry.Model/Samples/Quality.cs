namespace Telemetry.Model.Samples;

/// <summary>How far to trust a sample, and why. The number is kept in stores: never renumber.</summary>
public enum Quality
{
    /// <summary>Measured, plausible, in time.</summary>
    Good = 0,

    /// <summary>A value that is kept but doubtful, such as a register that fell.</summary>
    Suspect = 1,

    /// <summary>A value whose time is not certain: the gateway's clock was not set.</summary>
    ClockUncertain = 2,

    /// <summary>Bad: the device says it has no value (sentinel, no sensor fitted).</summary>
    NoSensor = 16,

    /// <summary>Bad: outside what the point can physically be.</summary>
    OutOfRange = 17,

    /// <summary>Bad: the device did not answer.</summary>
    NoAnswer = 18,

    /// <summary>Bad: the device answered that it cannot.</summary>
    DeviceRefused = 19,

    /// <summary>Bad: the answer could not be decoded.</summary>
    Undecodable = 20,

    /// <summary>Bad: nothing came for longer than the point allows.</summary>
    Stale = 21,

    /// <summary>Bad: the device reports its own measurement as faulty.</summary>
    DeviceFault = 22,
}
