namespace Telemetry.Analytics.Registry.Store;

/// <summary>A gateway as it is kept: that it exists, and since when it was last seen or lost.</summary>
internal sealed class GatewayRow
{
    public required string Municipality { get; init; }

    public required string Name { get; init; }

    public required long SinceMs { get; set; }
}
