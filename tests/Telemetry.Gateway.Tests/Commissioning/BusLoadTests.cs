using Telemetry.Gateway.Commissioning;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>A line that cannot keep up is told before it is wired.</summary>
public sealed class BusLoadTests
{
    [Theory]
    [InlineData("serial: /dev/ttyUSB0 1200 8E1", 1, true)]
    [InlineData("serial: /dev/ttyUSB0 19200 8E1", 10, false)]
    [InlineData("modbus: \"127.0.0.1:502\"", 1, false)]
    public void Of_OneMeter(string line, int period, bool tooMuch)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("site.yaml", $$"""
            gateway: gw
            name: X
            municipality: m
            buildings:
              - { id: b, name: B, use: Other }
            buses:
              - { id: bus, {{line}} }
            devices:
              - { id: meter, name: Meter, kind: ElectricityMeter, building: b, profile: eastron-sdm630, bus: bus, unit: 2, periodSeconds: {{period}} }
            """);
        var site = Installation.Load(file, Repository.Devices, _ => null).Value!;

        Assert.Equal(tooMuch, BusLoad.Of(site.Buses[0], site.Devices) > 0.8);
    }
}
