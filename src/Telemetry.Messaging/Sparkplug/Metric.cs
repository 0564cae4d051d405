namespace Telemetry.Messaging.Sparkplug;

/// <summary>One metric of a payload, its name already resolved from its alias on the receiving side.</summary>
public sealed record Metric
{
    /// <summary>Name; empty only in a decoded payload whose alias nobody has introduced yet.</summary>
    public required string Name { get; init; }

    /// <summary>Alias given in the birth; null when none.</summary>
    public ulong? Alias { get; init; }

    /// <summary>When it was measured, UTC, milliseconds; null when the payload's own time stands.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The Sparkplug data type.</summary>
    public required MetricType Type { get; init; }

    /// <summary>bool, long, double, string or byte[] after the type; null when there is no value (<c>is_null</c>).</summary>
    public object? Value { get; init; }

    /// <summary>True when it was kept during an outage: it must not become the current value.</summary>
    public bool IsHistorical { get; init; }

    /// <summary>Named properties: bool, long, double or string; a null value is a property without value.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; init; } = NoProperties;

    /// <summary>The empty set of properties.</summary>
    public static IReadOnlyDictionary<string, object?> NoProperties { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
