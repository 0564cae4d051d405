namespace Telemetry.Dashboard.Journal;

/// <summary>Something that happened, to be kept. Values carry their unit; instants within texts are UTC, as <c>2026-11-22T13:02:00Z</c>.</summary>
internal sealed record JournalEntry
{
    /// <summary>Longest text of any field, characters; what is longer is cut.</summary>
    public const int LongestText = 1000;

    public required JournalAction Action { get; init; }

    public required Actor By { get; init; }

    /// <summary>When it happened, UTC; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>On what: a point (<c>valmont-sur-orne/gw-ecole/chaufferie/room.temperature.sp</c>), an account, a file.</summary>
    public string Object { get; init; } = "";

    /// <summary>The building concerned (its id); empty when none is.</summary>
    public string Site { get; init; } = "";

    /// <summary>The value before.</summary>
    public string Before { get; init; } = "";

    /// <summary>What was asked.</summary>
    public string Asked { get; init; } = "";

    /// <summary>What the device read back.</summary>
    public string ReadBack { get; init; } = "";

    /// <summary>Why, in the person's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Versions of the rules that decided.</summary>
    public string Rules { get; init; } = "";

    /// <summary>What became of it: <c>done</c>, <c>refused</c>, or the name of an order's state with its reason.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>What ties lines together, such as the order's id; the same step of the same reference is kept once.</summary>
    public string Reference { get; init; } = "";
}
