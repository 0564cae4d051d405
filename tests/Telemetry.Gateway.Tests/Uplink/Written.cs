using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Uplink;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Uplink;

/// <summary>The metrics of a message, as they were written.</summary>
internal sealed class Written : IMetricWriter
{
    private readonly List<Metric> _metrics = [];

    internal static IReadOnlyList<Metric> Of(IReadOnlyList<OutboxBatch> batches, long first, Func<OutboxBatch, bool> late)
    {
        var written = new Written();
        SparkplugMetrics.Write(written, batches, first, late);
        return written._metrics;
    }

    public void Write(Metric metric) => _metrics.Add(metric);

    public void Write(string name, long value) => _metrics.Add(new Metric { Name = name, Type = MetricType.Int64, Value = value });

    public void Write(string name, DateTimeOffset at, double value, bool isHistorical) =>
        _metrics.Add(new Metric { Name = name, Type = MetricType.Double, Timestamp = at, Value = value, IsHistorical = isHistorical });
}
