using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Uplink;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Health;

/// <summary>The gateway's own health as Sparkplug node metrics, by docs/wire.md: at birth, then every minute.</summary>
internal sealed class NodeMetrics(SiteConfiguration site, StatusBoard board, IEdgeSession session) : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(1);
    private ITimer? _timer;

    internal static IReadOnlyList<Metric> Of(SiteConfiguration site, StatusBoard board) =>
    [
        SparkplugMetrics.Whole("Gateway/Memory", SelfFacts.Memory),
        SparkplugMetrics.Whole("Gateway/Uptime", (long)SelfFacts.Uptime.TotalSeconds),
        SparkplugMetrics.Whole("Gateway/DiskWritten", SelfFacts.DiskWritten),
        .. site.Devices.Select(device => SparkplugMetrics.Whole($"Gateway/Errors/{device.Equipment.Id.Device}", board.Errors(device))),
    ];

    internal void Start() => _timer = TimeProvider.System.CreateTimer(_ => session.Publish("", Of(site, board)), null, Heartbeat, Heartbeat);

    public void Dispose() => _timer?.Dispose();
}
