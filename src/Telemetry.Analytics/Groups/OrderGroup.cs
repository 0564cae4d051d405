using Telemetry.Model.Control;

namespace Telemetry.Analytics.Groups;

/// <summary>The same mode forced in several boiler rooms, one after another.</summary>
public sealed record OrderGroup
{
    /// <summary>Unique name: the same group asked twice is one.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who asked: the account's name.</summary>
    public required string By { get; init; }

    /// <summary>In what quality they asked.</summary>
    public required OrderRole Role { get; init; }

    /// <summary>The mode to force.</summary>
    public required HeatingMode Mode { get; init; }

    /// <summary>When the forced mode ends, UTC.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Its boiler rooms, in the order in which their turn comes.</summary>
    public required IReadOnlyList<GroupItem> Items { get; init; }

    /// <summary>How it ended; null while it is under way, or was when the centre died.</summary>
    public GroupEnd? End { get; init; }
}
