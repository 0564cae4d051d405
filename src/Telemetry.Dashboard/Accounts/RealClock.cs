namespace Telemetry.Dashboard.Accounts;

/// <summary>The clock of sessions and delays: the real one, however fast the town's runs.</summary>
internal sealed class RealClock(TimeProvider clock)
{
    /// <summary>Seconds since 1970.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeSeconds();
}
