namespace Telemetry.Dashboard.Journal;

/// <summary>A line as the journal keeps it.</summary>
internal sealed record JournalLine
{
    /// <summary>Its place, from 1, without a hole.</summary>
    public required long Number { get; init; }

    /// <summary>When it was written down, UTC, to the millisecond.</summary>
    public required DateTimeOffset Recorded { get; init; }

    /// <summary>When it happened, UTC, to the millisecond; earlier than <see cref="Recorded"/> when the news came late.</summary>
    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    /// <summary>Code of the action (<see cref="JournalActions.All"/>; a newer version may have written others).</summary>
    public required string Action { get; init; }

    public required string Object { get; init; }

    public required string Site { get; init; }

    public required string Before { get; init; }

    public required string Asked { get; init; }

    public required string ReadBack { get; init; }

    public required string Reason { get; init; }

    public required string Rules { get; init; }

    public required string Outcome { get; init; }

    public required string Reference { get; init; }

    /// <summary>Hash of the line before, 64 hexadecimal digits.</summary>
    public required string Previous { get; init; }

    /// <summary>Hash of this line (<see cref="JournalChain"/>), 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
}
