using Telemetry.Analytics.Ingest;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>An intake with its link up.</summary>
internal sealed class Intake : IIngestFacts
{
    public IngestFacts Now => new(Connected: true, SamplesStored: 123_456, QueueDepth: 0, QueueRefused: 0, Refused: 2, StoreFailures: 0);
}
