namespace Telemetry.Analytics.Registry;

/// <summary>What is installed, as the gateways' births told it; kept across restarts.</summary>
public interface ITownRegistry
{
    /// <summary>The present picture; a new object after each change, so keep it for the length of one page.</summary>
    Town Current { get; }
}
