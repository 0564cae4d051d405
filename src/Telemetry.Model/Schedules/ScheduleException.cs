using Telemetry.Model.Calendars;

namespace Telemetry.Model.Schedules;

#pragma warning disable CA1711 // an exception to a timetable is what every maker calls it

/// <summary>Something out of the ordinary, once: a meeting tonight, works on Tuesday. It beats closures and holidays.</summary>
public sealed record ScheduleException
{
    /// <summary>Unique name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The zones concerned; empty for all.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Where it begins.</summary>
    public required CivilMoment From { get; init; }

    /// <summary>Where it ends, excluded.</summary>
    public required CivilMoment To { get; init; }

    /// <summary>What holds.</summary>
    public required ProgrammeMode Mode { get; init; }

    /// <summary>A room set point of its own, °C; null for the mode's.</summary>
    public double? Setpoint { get; init; }

    /// <summary>Why, in the person's words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who planned it.</summary>
    public required string By { get; init; }

    /// <summary>Whether it is about a zone.</summary>
    public bool Concerns(string zone) => Zones.Count == 0 || Zones.Contains(zone, StringComparer.Ordinal);
}
