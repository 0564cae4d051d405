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
            .Select(pair => Bus(pair.bus, pair.devices, clock, log, holes)),
    ];

    private static ModbusBus Bus(BusConfiguration bus, IEnumerable<DeviceConfiguration> devices, TimeProvider clock, ILogger log, HoleBook? holes)
    {
        var frames = new FrameTap(clock);
        return new ModbusBus(bus, devices, clock, () => BusTransport.For(bus, frames), log, holes) { Frames = frames };
    }

    /// <summary>One driver for every device that publishes; null when there is none.</summary>
    /// <param name="site">The site.</param>
    /// <param name="broker">The broker, unless the site names one for the field.</param>
    /// <param name="client">What the client id ends with: two clients of one id would throw each other out.</param>
    /// <param name="clock">The civil clock.</param>
    /// <param name="log">Where trouble is told.</param>
    /// <param name="session">The file of a session that the broker keeps for us while we are away; null for none.</param>
    internal static MqttFields? Fields(SiteConfiguration site, MqttSettings broker, string client, TimeProvider clock, ILogger log, string? session = null)
    {
        var devices = site.Devices.Where(device => device.Profile.Family is not null).ToList();
        var kept = session is not null && site.FieldSession.Kept > TimeSpan.Zero;
        var options = (site.FieldBroker ?? broker).LinkOptions($"{site.Municipality}-{site.Gateway}-{client}") with
        {
            Version = site.FieldSession.Version,
            CleanSession = !kept,
            SessionKept = site.FieldSession.Kept,
            ReadTogether = Gathering,
        };
        return devices.Count == 0 ? null : new MqttFields(devices, () => new MosquittoLink(options, log), clock, log)
        {
            Session = kept ? (new SessionBook(session!), new CatchUp(options.ClientId, TimeProvider.System)) : null,
        };
    }
}
