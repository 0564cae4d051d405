using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>All that a programme's decision for one zone rests on, frozen.</summary>
internal sealed record ZoneSnapshot
{
    internal required DateTimeOffset Now { get; init; }

    /// <summary>What the sensors of the plant say.</summary>
    internal PlantFacts Plant { get; init; } = new();

    /// <summary>The zone's own room, °C; null when its sensor is lost.</summary>
    internal double? Room { get; init; }

    /// <summary>24 h mean outdoor, °C; null when not known yet.</summary>
    internal double? MeanOutdoor { get; init; }

    /// <summary>Heating was off for the season before a restart.</summary>
    internal bool RecalledOff { get; init; }

    /// <summary>Somebody is at the device.</summary>
    internal bool Local { get; init; }

    internal bool InSafety { get; init; }

    internal OverrideInForce? Held { get; init; }

    /// <summary>What warm-ups have taught, newest first.</summary>
    internal IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>What was decided before: hysteresis and warm-ups go on from there.</summary>
    internal ZoneDecision? Before { get; init; }

    /// <summary>The programme; null when there is none.</summary>
    internal Programme? Programme { get; init; }

    /// <summary>What the programme says of its zone, by the hour; null without a programme.</summary>
    internal Timetable? Timetable { get; init; }

    /// <summary>Whether the device follows the programme, or its own.</summary>
    internal bool Owned => Zone is { Zone.Owner: ScheduleOwner.Gateway };

    /// <summary>The zone that the device's set point serves: the one that says so, else the first.</summary>
    internal ZoneProgramme? Zone => Programme?.Zones.FirstOrDefault(zone => zone.Zone.Setpoint is not null) ?? (Programme is { Zones.Count: > 0 } programme ? programme.Zones[0] : null);
}
