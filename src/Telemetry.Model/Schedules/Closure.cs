namespace Telemetry.Model.Schedules;

/// <summary>Whole days on which nobody comes: works, a summer break.</summary>
public sealed record Closure
{
    /// <summary>Unique name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The zones concerned; empty for all.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>First day closed.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day open again: excluded.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What holds meanwhile.</summary>
    public ProgrammeMode Mode { get; init; } = ProgrammeMode.Frost;

    /// <summary>Why, in the person's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who planned it.</summary>
    public required string By { get; init; }

    /// <summary>Whether it is about a zone.</summary>
    public bool Concerns(string zone) => Zones.Count == 0 || Zones.Contains(zone, StringComparer.Ordinal);

    /// <summary>Whether a day is closed.</summary>
    public bool Covers(DateOnly day) => day >= From && day < To;
}
