namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>What the bytes received so far amount to.</summary>
internal enum RtuVerdict
{
    /// <summary>Nothing of an answer yet.</summary>
    Waiting,

    /// <summary>An answer has begun.</summary>
    Begun,

    /// <summary>An answer came whole, but its CRC is wrong.</summary>
    Damaged,

    /// <summary>The answer is there.</summary>
    Answered,
}
