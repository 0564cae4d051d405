namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Where the times of a file stand and how they are read.</summary>
public sealed record TimeColumns
{
    /// <summary>The column of the date, or of date and time together.</summary>
    public required string Column { get; init; }

    /// <summary>The column of the time of day, when it stands apart.</summary>
    public string? Clock { get; init; }

    /// <summary>The column of the last day, for rows that say from and to; null when the step says it.</summary>
    public string? To { get; init; }

    /// <summary>True when the day in <see cref="To"/> still belongs to the interval.</summary>
    public bool ToIncluded { get; init; } = true;

    /// <summary>Formats tried, in their order; empty for ISO 8601.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Zone of times without offset.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Which of two instants an hour that happens twice means.</summary>
    public Ambiguity Ambiguous { get; init; } = Ambiguity.Order;

    /// <summary>True when a time marks the end of its interval.</summary>
    public bool StampsEnd { get; init; }

    /// <summary>Length of an interval.</summary>
    public required IntervalStep Step { get; init; }
}
