namespace Telemetry.Dashboard.Api;

/// <summary>Counts of the centre.</summary>
/// <param name="Samples">Samples stored.</param>
/// <param name="Points">Points announced.</param>
/// <param name="Equipment">Equipment announced.</param>
/// <param name="Buildings">Buildings announced.</param>
/// <param name="Gateways">Gateways known.</param>
/// <param name="GatewaysOnline">Gateways there now.</param>
/// <param name="LinkUp">Whether the broker holds our session; null when there is no link at all.</param>
/// <param name="Refused">Messages refused since the start.</param>
internal sealed record HealthView(
    long Samples, int Points, int Equipment, int Buildings, int Gateways, int GatewaysOnline, bool? LinkUp, long? Refused);
