namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>A time on call.</summary>
/// <param name="Id">Unique name.</param>
/// <param name="Person">Who (<see cref="OnCall.Person.Id"/>).</param>
/// <param name="Rank">1 is called first, 2 when 1 does not answer, 3 is the manager.</param>
/// <param name="From">Begin, UTC.</param>
/// <param name="To">End, excluded, UTC.</param>
public sealed record Shift(Guid Id, Guid Person, int Rank, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The last to be called.</summary>
    public const int LastRank = 3;

    /// <summary>Whether it covers an instant.</summary>
    public bool Covers(DateTimeOffset at) => From <= at && at < To;
}
