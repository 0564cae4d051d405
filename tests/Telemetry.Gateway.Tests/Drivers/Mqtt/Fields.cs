using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>Publishing devices as a site file installs them.</summary>
internal static class Fields
{
    internal static IReadOnlyDictionary<string, DeviceProfile> Profiles { get; } = LoadProfiles();

    /// <summary>One device of a profile of the repository.</summary>
    internal static DeviceConfiguration Device(string profile, string topic, string member = "") =>
        Site($"""
              - id: appareil
                name: Appareil
                building: b
                profile: {profile}
                topic: "{topic}"
                member: "{member}"
            """).Devices[0];

    /// <summary>A site of the given devices.</summary>
    internal static SiteConfiguration Site(string devices, string head = "", Func<string, string?>? variable = null)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("site.yaml", $$"""
            gateway: gw
            municipality: ville
            name: Essai
            {{head}}
            buildings: [{ id: b, name: B }]
            devices:
            {{devices}}
            """);
        var loaded = SiteLoader.Load(path, Profiles, variable ?? (_ => null));
        Assert.Empty(loaded.Problems);
        return loaded.Value!;
    }

    /// <summary>The driver of the devices, its clock in the given hand, its link not needed.</summary>
    internal static MqttFields Driver(TimeProvider clock, params IReadOnlyCollection<DeviceConfiguration> devices) =>
        new(devices, () => throw new InvalidOperationException("No link here."), clock, NullLogger.Instance);

    internal static MqttMessage Message(string topic, ReadOnlyMemory<byte> payload, bool retained = false) => new(topic, payload, retained);

    private static IReadOnlyDictionary<string, DeviceProfile> LoadProfiles()
    {
        var loaded = ProfileLoader.LoadFolder(Repository.Devices, _ => null);
        Assert.Empty(loaded.Problems);
        return loaded.Value!;
    }
}
