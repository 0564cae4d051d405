namespace Telemetry.Analytics.Alarms.Store;

/// <summary>A browser that asked to be told, as it is kept.</summary>
internal sealed class SubscriptionRow
{
    public required string Endpoint { get; init; }

    public required string Account { get; set; }

    public required string P256dh { get; set; }

    public required string Auth { get; set; }

    public required long MadeMs { get; set; }
}
