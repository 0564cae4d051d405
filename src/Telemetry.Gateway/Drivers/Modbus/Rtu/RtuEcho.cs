namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>Whether a line gives back what is sent on it, as two-wire adapters without echo suppression do.</summary>
internal enum RtuEcho
{
    /// <summary>Not seen yet.</summary>
    Unknown,

    /// <summary>It does not.</summary>
    No,

    /// <summary>It does.</summary>
    Yes,
}
