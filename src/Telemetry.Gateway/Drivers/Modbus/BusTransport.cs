using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Chooses what carries Modbus on a bus.</summary>
internal static class BusTransport
{
    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(1);

    internal static IModbusTransport For(BusConfiguration bus) => bus.Wire switch
    {
        BusWire.Serial when bus.Serial is { } port => new RtuTransport(new SerialLine(port), RtuManners.Serial(port.Baud, port.BitsPerCharacter)),
        BusWire.RtuOverTcp => new RtuTransport(new SocketLine(bus.Host, bus.Port, Connect), RtuManners.Socket),
        BusWire.LenientTcp => new RtuTransport(new LenientTcpLine(new SocketLine(bus.Host, bus.Port, Connect)), RtuManners.Socket),
        _ => new TcpTransport(bus.Host, bus.Port, Connect),
    };
}
