namespace Telemetry.Analytics.Ingest;

/// <summary>How the intake is doing, for health pages.</summary>
public interface IIngestFacts
{
    /// <summary>The facts now.</summary>
    IngestFacts Now { get; }
}
