using Telemetry.Gateway.Configuration.Buses;

namespace Telemetry.Gateway.Configuration;

/// <summary>One line to field devices: a serial port, or a TCP endpoint, be it a device or a converter with many behind it.</summary>
internal sealed record BusConfiguration(string Id, string Host, int Port)
{
    /// <summary>How Modbus travels on it.</summary>
    internal BusWire Wire { get; init; }

    /// <summary>The port, when it is a serial line.</summary>
    internal SerialSettings? Serial { get; init; }
}
