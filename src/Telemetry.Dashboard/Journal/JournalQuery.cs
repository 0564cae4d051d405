namespace Telemetry.Dashboard.Journal;

/// <summary>Which lines to read; what is null does not matter.</summary>
internal sealed record JournalQuery
{
    /// <summary>Happened at this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Happened before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The account's whole name.</summary>
    public string? Who { get; init; }

    /// <summary>Code of the action.</summary>
    public string? Action { get; init; }

    /// <summary>What the object begins with, such as the equipment's id and a slash.</summary>
    public string? ObjectPrefix { get; init; }

    /// <summary>Text that stands in the object, the site or the reason, in whatever case.</summary>
    public string? Text { get; init; }

    public string? Reference { get; init; }

    /// <summary>Only lines with a smaller number: the next page.</summary>
    public long? Below { get; init; }

    /// <summary>Most lines to give.</summary>
    public int Most { get; init; } = int.MaxValue;
}
