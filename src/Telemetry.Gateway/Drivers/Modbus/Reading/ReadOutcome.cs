namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>What became of one read.</summary>
internal enum ReadOutcome
{
    /// <summary>Answered, its samples told.</summary>
    Served,

    /// <summary>Refused for what was asked; told if it is in one piece, else to be divided.</summary>
    NotServed,

    /// <summary>Refused for the device's own moment; told.</summary>
    NotNow,
}
