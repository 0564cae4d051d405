namespace Telemetry.Dashboard.Api;

/// <summary>Counts of the centre.</summary>
/// <param name="Samples">Samples stored.</param>
/// <param name="Points">Points announced.</param>
/// <param name="Equipment">Equipment announced.</param>
/// <param name="Buildings">Buildings announced.</param>
/// <param name="Gateways">Gateways known.</param>
/// <param name="GatewaysOnline">Gateways there now.</param>
/// <param name="LinkUp">Whether the broker holds our session.</param>
/// <param name="QueueDepth">Messages heard and not yet handled.</param>
/// <param name="QueueRefused">Messages let go because the queue was full; gateways send theirs again.</param>
/// <param name="Refused">Messages nobody could understand since the start.</param>
/// <param name="StoreFailures">Messages let go because the store failed; gateways send theirs again.</param>
internal sealed record HealthView(
    long Samples, int Points, int Equipment, int Buildings, int Gateways, int GatewaysOnline, bool LinkUp, int QueueDepth, long QueueRefused, long Refused, long StoreFailures);
