namespace Telemetry.Model.Alarms;

/// <summary>One alarm from its raising to its closing. Every step gives a new record.</summary>
public sealed record Alarm
{
    /// <summary>Longest time an alarm may be put aside at once.</summary>
    public static TimeSpan LongestShelf { get; } = TimeSpan.FromDays(7);

    /// <summary>Unique name.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which line of the catalogue.</summary>
    public required AlarmKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required AlarmSource Source { get; init; }

    /// <summary>The worst it has been: it rises with the cold and never falls.</summary>
    public required Severity Severity { get; init; }

    /// <summary>When it was raised, UTC: the trouble itself began a delay earlier.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Since when the trouble is known, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The value that raised it, in the unit of its point; null when there is none to show.</summary>
    public double? Value { get; init; }

    /// <summary>The limit it passed, in the same unit; null when there is none to show.</summary>
    public double? Limit { get; init; }

    /// <summary>When it turned as severe as it is, UTC; null when it has been so from the start.</summary>
    public DateTimeOffset? WorsenedAt { get; init; }

    /// <summary>Who took charge last; null while nobody has. See <see cref="IsTaken"/>.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>How bad it was then; null while nobody has taken charge.</summary>
    public Severity? AcknowledgedSeverity { get; init; }

    /// <summary>When the trouble went away, UTC; null while it stands.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>When it was closed, UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who closed it; empty when it closed by itself.</summary>
    public string ClosedBy { get; init; } = "";

    /// <summary>Why.</summary>
    public ClosureReason Closure { get; init; }

    /// <summary>More about why, in the person's words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Put aside until this instant, UTC; null when it is not.</summary>
    public DateTimeOffset? ShelvedUntil { get; init; }

    /// <summary>Who put it aside.</summary>
    public string ShelvedBy { get; init; } = "";

    /// <summary>How often the trouble came back before the alarm was closed.</summary>
    public int Returns { get; init; }

    /// <summary>The alarm that explains this one; null when it stands for itself.</summary>
    public Guid? Cause { get; init; }

    /// <summary>Where it is in its life.</summary>
    public AlarmState State =>
        ClosedAt is not null ? AlarmState.Closed
        : ClearedAt is not null ? AlarmState.Cleared
        : IsTaken ? AlarmState.Acknowledged
        : AlarmState.Raised;

    /// <summary>Whether somebody answers for it as bad as it is: who took charge of something milder may not know what it has become.</summary>
    public bool IsTaken => AcknowledgedAt is not null && AcknowledgedSeverity <= Severity;

    /// <summary>Whether the trouble is there.</summary>
    public bool Stands => ClearedAt is null && ClosedAt is null;

    /// <summary>Whether it may be closed now: not while its trouble is there, for it would only come back.</summary>
    public bool MayClose => ClosedAt is null && (ClearedAt is not null || Kind.IsEvent);

    /// <summary>Whether it may be put aside: what is dangerous never is.</summary>
    public bool MayShelve => ClosedAt is null && Severity != Severity.P1;

    /// <summary>Whether it is put aside at an instant.</summary>
    public bool IsShelved(DateTimeOffset now) => ShelvedUntil > now;

    /// <summary>Somebody takes charge. The first one is kept, until it turns worse than it was then.</summary>
    public Alarm Acknowledge(string by, DateTimeOffset at) =>
        !IsTaken && ClosedAt is null ? this with { AcknowledgedBy = by, AcknowledgedAt = at, AcknowledgedSeverity = Severity } : this;

    /// <summary>The trouble is gone.</summary>
    public Alarm Clear(DateTimeOffset at) => Stands ? this with { ClearedAt = at } : this;

    /// <summary>The trouble is back, soon after it went: the same alarm, not another one.</summary>
    /// <param name="severity">How bad it is now; it never gets better than it was.</param>
    /// <param name="at">When it came back, UTC.</param>
    public Alarm Return(Severity severity, DateTimeOffset at) => (this with
    {
        ClearedAt = null, ClosedAt = null, ClosedBy = "", Closure = ClosureReason.None, Returns = Returns + 1,
    }).Worsen(severity, at);

    /// <summary>It is worse than it was. What was put aside comes back when it turns dangerous; who took charge is asked anew (<see cref="IsTaken"/>).</summary>
    /// <param name="severity">How bad it is now; nothing changes when that is no worse.</param>
    /// <param name="at">When it turned so, UTC.</param>
    public Alarm Worsen(Severity severity, DateTimeOffset at) => Worst(Severity, severity) == Severity
        ? this
        : this with { Severity = severity, WorsenedAt = at, ShelvedUntil = severity == Severity.P1 ? null : ShelvedUntil };

    /// <summary>Closes it; nothing changes where it may not be closed.</summary>
    public Alarm Close(string by, ClosureReason reason, string note, DateTimeOffset at) =>
        MayClose ? this with { ClosedAt = at, ClearedAt = ClearedAt ?? at, ClosedBy = by, Closure = reason, Note = note } : this;

    /// <summary>Puts it aside, for <see cref="LongestShelf"/> at most; nothing changes where it may not be.</summary>
    public Alarm Shelve(string by, DateTimeOffset until, DateTimeOffset now) =>
        MayShelve && until > now && until - now <= LongestShelf ? this with { ShelvedUntil = until, ShelvedBy = by } : this;

    /// <summary>Takes it back before its time.</summary>
    public Alarm Unshelve() => this with { ShelvedUntil = null, ShelvedBy = "" };

    private static Severity Worst(Severity one, Severity other) => other < one ? other : one;
}
