namespace Telemetry.Messaging.Sparkplug;

/// <summary>What a birth said of a metric: enough to read data that carries its alias only.</summary>
/// <param name="Device">The device; empty for the node itself.</param>
/// <param name="Name">The metric's name.</param>
/// <param name="Type">Its data type.</param>
internal readonly record struct KnownMetric(string Device, string Name, MetricType Type);
