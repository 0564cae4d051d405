namespace Telemetry.Gateway.Configuration.Buses;

/// <summary>How Modbus travels to the devices of a bus.</summary>
internal enum BusWire
{
    /// <summary>Modbus TCP: <c>modbus: 192.168.1.10:502</c>.</summary>
    Tcp,

    /// <summary>Modbus TCP to a converter that does not give the transaction number back: the same with <c>lenient: true</c>.</summary>
    LenientTcp,

    /// <summary>RTU frames over a socket: <c>rtu: 192.168.1.10:4001</c>.</summary>
    RtuOverTcp,

    /// <summary>RTU frames on a serial port: <c>serial: /dev/serial/by-id/usb-… 9600 8E1</c>.</summary>
    Serial,
}
