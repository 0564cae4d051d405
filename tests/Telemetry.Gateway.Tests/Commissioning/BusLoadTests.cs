using Telemetry.Gateway.Commissioning;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Tests.Configuration;

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

    [Fact]
    public void Of_PointsOfALongerPeriod_CountForTheirShare()
    {
        var bus = new BusConfiguration("bus", "", 0) { Wire = BusWire.Serial, Serial = new SerialSettings("/dev/ttyUSB0", 9600, SerialParity.Even, 1, Rs485: false) };
        var device = Installed.Device("eastron-sdm630") with { Bus = "bus", Period = TimeSpan.FromSeconds(1) };
        var seldom = device with { Points = [.. device.Points.Select(point => point with { Every = 10 })] };

        Assert.InRange(BusLoad.Of(bus, [seldom]) / BusLoad.Of(bus, [device]), 0.05, 0.15);
    }
}
