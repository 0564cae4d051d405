namespace Telemetry.Analytics.Registry;

/// <summary>A gateway as the centre sees it.</summary>
/// <param name="Municipality">The municipality's slug.</param>
/// <param name="Gateway">The gateway's name.</param>
/// <param name="Online">True from its birth to its death.</param>
/// <param name="Since">Since when that is so, UTC.</param>
/// <param name="OutboxDepth">Batches it still holds, as last told; null before it told.</param>
/// <param name="Refused">Field messages it could not understand since its start, as last told; null before it told.</param>
public sealed record GatewayLink(
    string Municipality, string Gateway, bool Online, DateTimeOffset Since, long? OutboxDepth, long? Refused)
{
    /// <summary>Version of its software, as last told; null before it told since the centre started.</summary>
    public string? Version { get; init; }
}
