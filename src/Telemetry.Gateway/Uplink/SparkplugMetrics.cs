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

    /// <summary>Batches of one device as one message: their places in the outbox, the lowest still held, and what they carry.</summary>
    /// <param name="metrics">The message.</param>
    /// <param name="batches">In order; one at least.</param>
    /// <param name="first">Lowest sequence still held.</param>
    /// <param name="late">Whether a batch was kept during an outage: it must not become the current value.</param>
    internal static void Write(IMetricWriter metrics, IReadOnlyList<OutboxBatch> batches, long first, Func<OutboxBatch, bool> late)
    {
        metrics.Write("Outbox/Sequence", batches[^1].Sequence);
        metrics.Write("Outbox/First", first);
        if (batches.Count > 1)
        {
            metrics.Write(Text("Outbox/Packed", Packing.Sequences(batches).ToString()));
        }

        foreach (var batch in batches)
        {
            var historical = late(batch);
            foreach (var sample in batch.Samples)
            {
                Write(metrics, sample, historical);
            }

            if (batch.Report is var (point, report))
            {
                metrics.Write(Of(point, report));
            }
        }
    }

    /// <summary>A batch that the disk did not take: the present values, without a place in the outbox.</summary>
    internal static IReadOnlyList<Metric> Unkept(OutboxBatch batch) => [Flag("Outbox/Kept", value: false), .. batch.Samples.Select(Of)];

    /// <summary>A batch that cannot be told: its bytes, for the centre to put aside.</summary>
    internal static IReadOnlyList<Metric> Opaque(OutboxBatch batch, long first, string why) =>
    [
        Whole("Outbox/Sequence", batch.Sequence),
        Whole("Outbox/First", first),
        new()
        {
            Name = "Outbox/Opaque",
            Type = MetricType.Bytes,
            Value = BatchCodec.EncodeAlone(batch),
            Properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["device"] = batch.Device, ["reason"] = why },
        },
    ];

    /// <summary>A sample: null when bad, with its reason when anything but good.</summary>
    internal static Metric Of(Sample sample) => new()
    {
        Name = sample.Point.Name,
        Type = MetricType.Double,
        Timestamp = sample.At,
        Value = sample.Quality.IsBad || double.IsNaN(sample.Value) ? null : sample.Value,
        Properties = sample.Quality == Quality.Good ? Metric.NoProperties : QualityOf(sample.Quality),
    };

    private static void Write(IMetricWriter metrics, in Sample sample, bool historical)
    {
        if (sample.Quality == Quality.Good && !double.IsNaN(sample.Value))
        {
            metrics.Write(sample.Point.Name, sample.At, sample.Value, historical);
        }
        else
        {
            metrics.Write(Of(sample) with { IsHistorical = historical });
        }
    }

    /// <summary>What says how far to trust a value that is not simply good.</summary>
    internal static Dictionary<string, object?> QualityOf(Quality quality) => new(StringComparer.Ordinal)
    {
        ["Quality"] = quality == Quality.Stale ? Stale : quality.IsBad ? Bad : Good,
        ["reason"] = quality.ToString(),
    };

    /// <summary>A whole number.</summary>
    internal static Metric Whole(string name, long value) => new() { Name = name, Type = MetricType.Int64, Value = value };

    /// <summary>Yes or no.</summary>
    internal static Metric Flag(string name, bool value) => new() { Name = name, Type = MetricType.Boolean, Value = value };

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
