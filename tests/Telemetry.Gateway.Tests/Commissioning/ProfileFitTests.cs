using Telemetry.Gateway.Commissioning.Scanning;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>What makes a profile fit a device nobody has named.</summary>
public sealed class ProfileFitTests
{
    private static readonly DevicePoint Voltage = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!
        .Devices.Single(device => device.Equipment.Id.Device == "elec").Find("voltage.l1")!;

    [Theory]
    [InlineData(0x4366, 0x0000, true)]
    [InlineData(0x0000, 0x0000, true)]
    [InlineData(0x0064, 0x0065, false)]
    [InlineData(0x4700, 0x0000, false)]
    [InlineData(0x7FC0, 0x0000, false)]
    public void IsPlausible_VoltageOfTwoWords(int first, int second, bool plausible) =>
        Assert.Equal(plausible, ProfileFit.IsPlausible(Voltage, [(ushort)first, (ushort)second]));
}
