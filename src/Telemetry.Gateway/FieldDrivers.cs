using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway;

/// <summary>Makes the drivers of a site.</summary>
internal static class FieldDrivers
{
    /// <summary>Two hundred devices speak in twenty bursts a second instead of two hundred: a value without an instant of its own is told at most this late.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    /// <summary>One driver for each bus that has devices.</summary>
    internal static IReadOnlyList<ModbusBus> Buses(SiteConfiguration site, TimeProvider clock, ILogger log, HoleBook? holes = null) =>
    [
        .. site.Buses
            .Select(bus => (bus, devices: site.Devices.Where(device => device.Profile.Modbus is not null && string.Equals(device.Bus, bus.Id, StringComparison.Ordinal)).ToList()))
            .Where(pair => pair.devices.Count > 0)
            .Select(pair => new ModbusBus(pair.bus, pair.devices, clock, () => BusTransport.For(pair.bus), log, holes)),
    ];

    /// <summary>One driver for every device that publishes; null when there is none.</summary>
    /// <param name="site">The site.</param>
    /// <param name="broker">The broker, unless the site names one for the field.</param>
    /// <param name="client">What the client id ends with: two clients of one id would throw each other out.</param>
    /// <param name="clock">The civil clock.</param>
    /// <param name="log">Where trouble is told.</param>
    internal static MqttFields? Fields(SiteConfiguration site, MqttSettings broker, string client, TimeProvider clock, ILogger log)
    {
        var devices = site.Devices.Where(device => device.Profile.Family is not null).ToList();
        return devices.Count == 0 ? null : new MqttFields(
            devices, () => new MosquittoLink((site.FieldBroker ?? broker).LinkOptions($"{site.Municipality}-{site.Gateway}-{client}") with { ReadTogether = Gathering }, log), clock, log);
    }
}
