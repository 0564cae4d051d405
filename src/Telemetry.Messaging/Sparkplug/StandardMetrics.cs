namespace Telemetry.Messaging.Sparkplug;

/// <summary>The metrics that the Sparkplug standard itself names.</summary>
internal static class StandardMetrics
{
    internal const string BirthDeathSequence = "bdSeq";
    internal const string Rebirth = "Node Control/Rebirth";

    internal static Metric OfSequence(byte sequence) =>
        new() { Name = BirthDeathSequence, Type = MetricType.Int64, Value = (long)sequence };

    internal static Metric OfRebirth(bool asked) => new() { Name = Rebirth, Type = MetricType.Boolean, Value = asked };

    internal static long? SequenceOf(Payload payload) =>
        payload.Metrics.FirstOrDefault(metric => string.Equals(metric.Name, BirthDeathSequence, StringComparison.Ordinal))?.Value as long?;
}
