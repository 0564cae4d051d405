namespace Telemetry.Analytics.Tests;

/// <summary>A clock that says what the test says; its timers are real.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
