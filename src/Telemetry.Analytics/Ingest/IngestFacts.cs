namespace Telemetry.Analytics.Ingest;

/// <summary>How the intake is doing.</summary>
/// <param name="Connected">Whether the broker holds our session.</param>
/// <param name="SamplesStored">Samples in the history.</param>
/// <param name="QueueDepth">Messages heard and not yet handled.</param>
/// <param name="QueueRefused">Messages let go since the start because the queue was full; gateways send theirs again.</param>
/// <param name="Refused">Messages nobody could understand since the start.</param>
/// <param name="StoreFailures">Messages let go since the start because the store failed; gateways send theirs again.</param>
public sealed record IngestFacts(
    bool Connected, long SamplesStored, int QueueDepth, long QueueRefused, long Refused, long StoreFailures)
{
    /// <summary>Messages put aside since the start because the history could never take them: the table <c>quarantine</c> of its file.</summary>
    public long Quarantined { get; init; }
}
