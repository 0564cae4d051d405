using System.Reflection;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Pipeline;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Uplink;

/// <summary>What the gateway says of itself, its devices and their points at birth, by docs/wire.md.</summary>
internal static class BirthCertificates
{
    /// <summary>Node (empty key) and devices.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<Metric>> For(SiteConfiguration site, LiveValues live, IReadOnlyList<Metric> counters, string outbox, Func<string, IReadOnlyList<Metric>>? more = null)
    {
        var births = new Dictionary<string, IReadOnlyList<Metric>>(StringComparer.Ordinal) { [""] = Node(site, counters, outbox) };
        foreach (var device in site.Devices)
        {
            births[device.Equipment.Id.Device] = [.. Device(device, live), .. more?.Invoke(device.Equipment.Id.Device) ?? []];
        }

        return births;
    }

    /// <summary>The outbox's and the drivers' counters.</summary>
    internal static IReadOnlyList<Metric> Counters(OutboxFacts facts) =>
    [
        SparkplugMetrics.Whole("Outbox/Depth", facts.Depth),
        SparkplugMetrics.Whole("Outbox/Dropped", facts.Dropped),
        SparkplugMetrics.Flag("Outbox/Writable", facts.IsWritable),
        SparkplugMetrics.Whole("Gateway/Refused", facts.Refused),
        SparkplugMetrics.Flag("Gateway/ClockCertain", facts.IsClockCertain),
    ];

    private static List<Metric> Node(SiteConfiguration site, IReadOnlyList<Metric> counters, string outbox)
    {
        var version = typeof(BirthCertificates).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var metrics = new List<Metric>
        {
            SparkplugMetrics.Text("Site/Name", site.Name),
            SparkplugMetrics.Text("Site/Version", version.Split('+')[0]),
            SparkplugMetrics.Text("Outbox/Id", outbox),
        };
        metrics.AddRange(site.Buildings.Select(building => SparkplugMetrics.Text($"Buildings/{building.Id}/Name", building.Name) with
        {
            Properties = Properties(("use", building.Use.ToString()), ("floorArea", building.FloorAreaM2)),
        }));
        metrics.AddRange(counters);
        return metrics;
    }

    private static List<Metric> Device(DeviceConfiguration device, LiveValues live)
    {
        var equipment = device.Equipment;
        var metrics = new List<Metric>
        {
            SparkplugMetrics.Text("Properties/Name", equipment.Name),
            SparkplugMetrics.Text("Properties/Kind", equipment.Kind.ToString()),
            SparkplugMetrics.Text("Properties/Building", equipment.BuildingId),
            SparkplugMetrics.Text("Properties/Model", equipment.Model),
            new() { Name = "Properties/Online", Type = MetricType.Boolean, Value = live.Answers(equipment.Id) },
        };
        metrics.AddRange(device.Published.SelectMany(Told).Select(point => Point(point, live)));
        return metrics;
    }

    /// <summary>The point, and the least and greatest value of each period beside it where it is told by period.</summary>
    private static IEnumerable<Point> Told(DevicePoint point) =>
        point.Judgement.Aggregate is null || point.Point.Accumulation == Accumulation.Counter
            ? [point.Point]
            : [point.Point, Extreme(point.Point, "min"), Extreme(point.Point, "max")];

    private static Point Extreme(Point point, string which) =>
        point with { Id = EdgeAggregate.Named(point.Id, which), Function = PointFunction.Sensor, MeterRole = default, Bounds = null };

    private static Metric Point(Point point, LiveValues live)
    {
        var properties = Properties(
            ("quantity", point.Quantity.ToString()),
            ("function", point.Function.ToString()),
            ("accumulation", point.Accumulation.ToString()),
            ("carrier", point.Carrier.ToString()),
            ("meterRole", point.MeterRole.ToString()),
            ("endUse", point.EndUse.ToString()),
            ("unit", point.Unit),
            ("kWhPerUnit", point.Accumulation == Accumulation.Counter ? point.KWhPerUnit : null),
            ("heartbeatSeconds", point.Heartbeat.TotalSeconds),
            ("min", point.Bounds?.Min),
            ("max", point.Bounds?.Max),
            ("step", point.Bounds?.Step));
        if (live.Find(point.Id) is not { } sample)
        {
            // Never heard yet: no value, and no instant that a history could keep.
            properties["Quality"] = 500L;
            properties["reason"] = nameof(Model.Samples.Quality.Stale);
            return new Metric { Name = point.Id.Name, Type = MetricType.Double, Properties = properties };
        }

        var metric = SparkplugMetrics.Of(sample);
        foreach (var (key, value) in metric.Properties)
        {
            properties[key] = value;
        }

        return metric with { Properties = properties };
    }

    private static Dictionary<string, object?> Properties(params ReadOnlySpan<(string Key, object? Value)> pairs)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            if (value is not null)
            {
                properties[key] = value;
            }
        }

        return properties;
    }
}
