namespace Telemetry.Gateway.Uplink;

/// <summary>Batches on their way together.</summary>
/// <param name="From">First sequence.</param>
/// <param name="To">Last sequence.</param>
/// <param name="Live">Whether they went before the backlog.</param>
/// <param name="SentAt">When, on the count that never steps.</param>
internal sealed record Flight(long From, long To, bool Live, TimeSpan SentAt);
