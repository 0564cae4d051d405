namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>A clock set by hand.</summary>
internal sealed class SetClock : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
