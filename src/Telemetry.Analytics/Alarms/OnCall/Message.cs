namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>A message about alarms, from being written to being delivered or given up.</summary>
public sealed record Message
{
    /// <summary>Its number; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>How it travels: <c>mail</c>, <c>webhook</c> or <c>push</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Where to: a mail address, an account, or empty for the one webhook.</summary>
    public required string Address { get; init; }

    /// <summary>To whom, as shown; empty when to nobody in particular.</summary>
    public required string Person { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>The rest, in the channel's own format.</summary>
    public required string Body { get; init; }

    /// <summary>The alarms it tells of.</summary>
    public required IReadOnlyList<Guid> Alarms { get; init; }

    /// <summary>When it was written, civil time, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>When it may be tried next, real time, UTC; null when there is nothing more to do.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>When the other end took it, real time, UTC; null when it has not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What went wrong the last time; empty when nothing did.</summary>
    public string Trouble { get; init; } = "";
}
