namespace Telemetry.Messaging.Sparkplug;

/// <summary>A command received: all metrics of one NCMD or DCMD.</summary>
/// <param name="Device">The device; empty when the command is for the node.</param>
/// <param name="Metrics">The metrics, names resolved.</param>
/// <param name="Retained">True when the broker kept it: it must never be executed.</param>
public sealed record SparkplugCommand(string Device, IReadOnlyList<Metric> Metrics, bool Retained);
