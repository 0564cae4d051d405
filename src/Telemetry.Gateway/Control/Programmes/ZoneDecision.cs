using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>What a zone is to do now, who says so, and what comes next.</summary>
internal sealed record ZoneDecision
{
    /// <summary>Who decides.</summary>
    internal required LadderLevel Level { get; init; }

    /// <summary>What is wanted; null where it is not ours to say.</summary>
    internal Wanted? Wanted { get; init; }

    /// <summary>What the programme wants underneath any order; null without one.</summary>
    internal Wanted? Under { get; init; }

    /// <summary>Which part of the programme says so.</summary>
    internal ScheduleCause? Cause { get; init; }

    /// <summary>The opening that is being heated for; null when none is.</summary>
    internal DateTimeOffset? WarmingFor { get; init; }

    /// <summary>The closing before which heating has already stopped; null when it has not.</summary>
    internal DateTimeOffset? CoastingTo { get; init; }

    /// <summary>Heating is off for the season.</summary>
    internal bool OffForSeason { get; init; }

    /// <summary>What the zone's heating curve would ask of the water now, °C: an advice; null without a zone or while nothing is heated.</summary>
    internal double? AdvisedFlow { get; init; }

    /// <summary>Frost protection is at work.</summary>
    internal bool Frost { get; init; }

    /// <summary>When what is wanted changes, and to what; null when it does not within a year.</summary>
    internal (DateTimeOffset At, Wanted Wanted)? Next { get; init; }
}
