namespace Telemetry.Gateway.Configuration.Buses;

/// <summary>Parity of each character on a serial line.</summary>
internal enum SerialParity
{
    /// <summary>None: N.</summary>
    None,

    /// <summary>Even: E, what the Modbus specification asks for.</summary>
    Even,

    /// <summary>Odd: O.</summary>
    Odd,
}
