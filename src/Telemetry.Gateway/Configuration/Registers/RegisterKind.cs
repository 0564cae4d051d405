namespace Telemetry.Gateway.Configuration;

/// <summary>The four tables of a Modbus device.</summary>
internal enum RegisterKind
{
    /// <summary>Writable words: functions 3, 6, 16.</summary>
    Holding,

    /// <summary>Words to read: function 4.</summary>
    Input,

    /// <summary>Writable bits: functions 1, 5, 15.</summary>
    Coil,

    /// <summary>Bits to read: function 2.</summary>
    Discrete,
}
