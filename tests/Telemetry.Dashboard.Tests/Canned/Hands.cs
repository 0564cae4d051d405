namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>The real clock, moved forward by hand: what sessions and delays are counted by.</summary>
internal sealed class Hands : TimeProvider
{
    public TimeSpan Moved { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Moved;
}
