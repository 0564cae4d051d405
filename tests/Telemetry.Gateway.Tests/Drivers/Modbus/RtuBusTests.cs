using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>How a site file says what carries Modbus on a bus.</summary>
public sealed class RtuBusTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("site").FullName, "site.yaml");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Theory]
    [InlineData("modbus: 10.0.0.1:502", BusWire.Tcp, typeof(TcpTransport))]
    [InlineData("modbus: 10.0.0.1:502, lenient: true", BusWire.LenientTcp, typeof(RtuTransport))]
    [InlineData("rtu: 10.0.0.1:4001", BusWire.RtuOverTcp, typeof(RtuTransport))]
    [InlineData("serial: /dev/ttyUSB0 19200 8E1", BusWire.Serial, typeof(RtuTransport))]
    internal void Load_Bus_WireAndTransport(string text, BusWire wire, Type transport)
    {
        var loaded = Load(text);

        Assert.Empty(loaded.Problems);
        var bus = Assert.Single(loaded.Value!.Buses);
        using var made = BusTransport.For(bus);
        Assert.Equal((wire, transport), (bus.Wire, made.GetType()));
    }

    [Theory]
    [InlineData("serial: /dev/ttyUSB0")]
    [InlineData("serial: /dev/ttyUSB0 9600 7E1")]
    [InlineData("serial: /dev/ttyUSB0 9600 8N1, rtu: 10.0.0.1:4001")]
    [InlineData("rtu: 10.0.0.1")]
    [InlineData("rtu: 10.0.0.1:4001, lenient: true")]
    public void Load_WrongBus_IsAProblemOfItsLine(string text)
    {
        var loaded = Load(text);

        Assert.Equal(5, Assert.Single(loaded.Problems).Line);
        Assert.Empty(loaded.Value!.Buses);
    }

    private Loaded<SiteConfiguration> Load(string bus)
    {
        File.WriteAllText(_file, $"gateway: gw-test\nname: École\nmunicipality: valmont\nbuses:\n  - {{ id: bus, {bus} }}\n");
        return SiteLoader.Load(_file, new Dictionary<string, DeviceProfile>(StringComparer.Ordinal), _ => null);
    }
}
