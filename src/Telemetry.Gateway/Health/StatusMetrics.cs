using System.Globalization;
using System.Text;

namespace Telemetry.Gateway.Health;

/// <summary>The view in the text format that Prometheus reads.</summary>
internal static class StatusMetrics
{
    internal static string Of(StatusView view)
    {
        var text = new StringBuilder();
        Say(text, "gateway_memory_bytes", "gauge", view.MemoryBytes);
        Say(text, "gateway_uptime_seconds", "gauge", view.UptimeSeconds);
        Say(text, "gateway_disk_written_bytes_total", "counter", view.DiskWrittenBytes);
        Say(text, "gateway_refused_total", "counter", view.Refused);
        Say(text, "gateway_stuck", "gauge", view.Stuck.Count);
        Say(text, "gateway_uplink_online", "gauge", view.Uplink is { Online: true } ? 1 : 0);
        Say(text, "gateway_uplink_losses_total", "counter", view.Uplink?.Losses ?? 0);
        Say(text, "gateway_outbox_depth", "gauge", view.Outbox?.Depth ?? 0);
        Say(text, "gateway_outbox_dropped_total", "counter", view.Outbox?.Dropped ?? 0);
        Say(text, "gateway_overrides", "gauge", view.Overrides.Count);
        Each(text, "gateway_device_answers", "gauge", view, device => device.Answers ? 1 : 0);
        Each(text, "gateway_device_errors_total", "counter", view, device => device.Errors);
        Each(text, "gateway_device_skipped_total", "counter", view, device => device.Skipped);
        return text.ToString();
    }

    private static void Say(StringBuilder text, string name, string kind, double value) =>
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n{name} {value}\n");

    /// <summary>Device ids are slugs: nothing in them needs escaping.</summary>
    private static void Each(StringBuilder text, string name, string kind, StatusView view, Func<StatusView.Device, double> value)
    {
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
        foreach (var device in view.Devices)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{{device=\"{device.Id}\"}} {value(device)}\n");
        }
    }
}
