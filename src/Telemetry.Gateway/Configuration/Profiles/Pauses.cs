namespace Telemetry.Gateway.Configuration;

/// <summary>The silences a device needs, in real time.</summary>
internal sealed record Pauses
{
    internal TimeSpan BetweenRequests { get; init; }

    internal TimeSpan AfterConnect { get; init; }

    internal TimeSpan OnSlaveChange { get; init; }

    internal TimeSpan BeforeReconnect { get; init; } = TimeSpan.FromMilliseconds(250);
}
