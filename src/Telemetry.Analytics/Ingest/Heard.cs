using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>One thing the link told.</summary>
/// <param name="Message">A message; null for news of the link itself.</param>
/// <param name="LinkUp">Whether the link is up.</param>
internal sealed record Heard(HostEvent? Message, bool LinkUp);
