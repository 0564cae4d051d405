using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Tests.Configuration;

/// <summary>Shipped profiles as a site would install them, with every point.</summary>
internal static class Installed
{
    /// <summary>The names of all Modbus profiles.</summary>
    internal static IEnumerable<string> ModbusProfiles => Profiles.Values.Where(profile => profile.Modbus is not null).Select(profile => profile.Id);

    internal static IReadOnlyDictionary<string, DeviceProfile> Profiles { get; } = ProfileLoader.LoadFolder(Repository.Devices, _ => null).Value!;

    /// <summary>One device of the profile, its points on request named.</summary>
    internal static DeviceConfiguration Device(string profile)
    {
        using var folder = new TemporaryFolder();
        var known = Profiles[profile];
        var modbus = known.Modbus is not null;
        var optional = string.Join(", ", known.Points.Where(point => point.OnRequest).Select(point => $"{point.Name}: {{}}"));
        var site = folder.Write("site.yaml", $$"""
            gateway: g
            name: G
            municipality: m
            buildings:
              - { id: b, name: B, use: Other }
            buses:
              - { id: bus, modbus: "127.0.0.1:502" }
            devices:
              - { id: d, name: D, kind: Other, building: b, profile: {{profile}}, {{(modbus ? "bus: bus" : "topic: t")}}, points: { {{optional}} } }
            """);
        var loaded = SiteLoader.Load(site, Profiles, _ => null);
        Assert.Empty(loaded.Problems);
        return Assert.Single(loaded.Value!.Devices);
    }
}
