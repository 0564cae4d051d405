using Telemetry.Analytics.History;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Ingest;

/// <summary>One message understood and not yet committed.</summary>
/// <param name="Message">As it came.</param>
/// <param name="Batch">What is to be stored of it.</param>
/// <param name="Live">Those of its samples that may be the present.</param>
internal sealed record Gathered(HostEvent Message, Batch Batch, IReadOnlyList<Sample> Live);
