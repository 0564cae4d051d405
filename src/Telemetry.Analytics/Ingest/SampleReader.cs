using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Ingest;

/// <summary>From metrics to samples with their quality.</summary>
internal static class SampleReader
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>The sample a metric is.</summary>
    /// <param name="equipment">Whose it is.</param>
    /// <param name="metric">A point's metric.</param>
    /// <param name="payloadTime">Stands where the metric has no time of its own.</param>
    /// <param name="now">The civil clock: an instant far after it cannot be true.</param>
    internal static Sample Read(EquipmentId equipment, Metric metric, DateTimeOffset? payloadTime, DateTimeOffset now)
    {
        var point = new PointId(equipment, metric.Name);
        var at = metric.Timestamp ?? payloadTime ?? now;
        var quality = QualityOf(metric);
        if (metric.NumericValue is not { } value)
        {
            return Sample.Missing(point, at, quality.IsBad ? quality : Quality.NoSensor);
        }

        if (quality.IsBad)
        {
            return Sample.Missing(point, at, quality);
        }

        return new Sample(point, at, value, at > now + Ahead ? Quality.ClockUncertain : quality);
    }

    /// <summary>Whether an instant is too far ahead to be the present.</summary>
    internal static bool IsFuture(Sample sample, DateTimeOffset now) => sample.At > now + Ahead;

    // A reason that we do not know must not make a bad value good: then the standard's own code decides.
    private static Quality QualityOf(Metric metric) => WordOf.Enumeration<Quality>(metric.Text("reason")) is not Quality.Good and var reason
        ? reason
        : (metric.Number("Quality") ?? metric.Number("quality")) switch
        {
            null or 192 => Quality.Good,
            500 => Quality.Stale,
            _ => Quality.NoAnswer,
        };
}
