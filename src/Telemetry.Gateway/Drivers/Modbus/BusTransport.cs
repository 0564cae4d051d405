using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Chooses what carries Modbus on a bus.</summary>
internal static class BusTransport
{
    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(1);

    /// <summary>What carries Modbus on a bus.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="witness">Sees every frame; null for nobody.</param>
    internal static IModbusTransport For(BusConfiguration bus, IFrameWitness? witness = null) => bus.Wire switch
    {
        BusWire.Serial when bus.Serial is { } port => new RtuTransport(Seen(new SerialLine(port), witness), RtuManners.Serial(port.Baud, port.BitsPerCharacter)),
        BusWire.RtuOverTcp => new RtuTransport(Seen(new SocketLine(bus.Host, bus.Port, Connect), witness), RtuManners.Socket),
        BusWire.LenientTcp => new RtuTransport(new LenientTcpLine(Seen(new SocketLine(bus.Host, bus.Port, Connect), witness)), RtuManners.Socket),
        _ => new TcpTransport(bus.Host, bus.Port, Connect, witness),
    };

    private static IRtuLine Seen(IRtuLine line, IFrameWitness? witness) => witness is null ? line : new WitnessedLine(line, witness);
}
