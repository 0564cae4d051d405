using Telemetry.Gateway.Outbox;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Uplink;

/// <summary>Samples, reports and batches as metrics, by docs/wire.md: pure.</summary>
internal static class SparkplugMetrics
{
    private const long Good = 192;
    private const long Stale = 500;
    private const long Bad = 0;

    /// <summary>A batch as one message: its sequence, the lowest still held, and what it carries.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">Lowest sequence still held.</param>
    /// <param name="late">Kept during an outage: it must not become the current value.</param>
    internal static IReadOnlyList<Metric> Of(OutboxBatch batch, long first, bool late)
    {
        var metrics = new List<Metric>(batch.Samples.Count + 3) { Whole("Outbox/Sequence", batch.Sequence), Whole("Outbox/First", first) };
        metrics.AddRange(batch.Samples.Select(sample => Of(sample) with { IsHistorical = late }));
        if (batch.Report is var (point, report))
        {
            metrics.Add(Of(point, report));
        }

        return metrics;
    }

    /// <summary>A sample: null when bad, with its reason when anything but good.</summary>
    internal static Metric Of(Sample sample) => new()
    {
        Name = sample.Point.Name,
        Type = MetricType.Double,
        Timestamp = sample.At,
        Value = sample.Quality.IsBad || double.IsNaN(sample.Value) ? null : sample.Value,
        Properties = sample.Quality == Quality.Good ? Metric.NoProperties : QualityOf(sample.Quality),
    };

    /// <summary>What says how far to trust a value that is not simply good.</summary>
    internal static Dictionary<string, object?> QualityOf(Quality quality) => new(StringComparer.Ordinal)
    {
        ["Quality"] = quality == Quality.Stale ? Stale : quality.IsBad ? Bad : Good,
        ["reason"] = quality.ToString(),
    };

    /// <summary>A whole number.</summary>
    internal static Metric Whole(string name, long value) => new() { Name = name, Type = MetricType.Int64, Value = value };

    /// <summary>A text.</summary>
    internal static Metric Text(string name, string value) => new() { Name = name, Type = MetricType.String, Value = value };

    private static Metric Of(string point, OrderReport report)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["order.id"] = report.Order.ToString("D"),
            ["point"] = point,
        };
        Add(properties, "refusal", report.Refusal == Refusal.None ? null : report.Refusal.ToString());
        Add(properties, "readBack", report.ReadBack);
        Add(properties, "limit", report.Limit);
        return new Metric { Name = "Order/Report", Type = MetricType.String, Value = report.State.ToString(), Timestamp = report.At, Properties = properties };
    }

    private static void Add(Dictionary<string, object?> properties, string key, object? value)
    {
        if (value is not null)
        {
            properties[key] = value;
        }
    }
}
