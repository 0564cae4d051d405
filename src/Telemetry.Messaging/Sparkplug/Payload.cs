namespace Telemetry.Messaging.Sparkplug;

/// <summary>A Sparkplug B payload.</summary>
public sealed record Payload
{
    /// <summary>When it was made, UTC, milliseconds; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Sequence number 0 to 255; null in NDEATH and in commands.</summary>
    public byte? Seq { get; init; }

    /// <summary>The metrics, in order.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>False when a metric came with an alias that nobody introduced.</summary>
    internal bool IsNamed => Metrics.All(metric => metric.Name.Length > 0);
}
