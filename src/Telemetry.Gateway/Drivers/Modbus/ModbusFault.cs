namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>What went wrong with a request.</summary>
internal enum ModbusFault
{
    /// <summary>The link cannot be opened, or broke.</summary>
    NoLink,

    /// <summary>Nothing usable came in time.</summary>
    NoAnswer,

    /// <summary>What came is not an answer to what was asked.</summary>
    Garbled,

    /// <summary>The device answered with an exception code.</summary>
    Refused,
}
