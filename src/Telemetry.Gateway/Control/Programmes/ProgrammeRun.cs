using Telemetry.Gateway.Control.Heating;
using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>One boiler room's programme as it runs: what was decided, written and learned. The desk's timer's own.</summary>
internal sealed class ProgrammeRun(Plant plant)
{
    private volatile Programme? _programme;
    private volatile ZoneDecision? _decision;
    private volatile IReadOnlyDictionary<string, KeptPoint> _kept = new Dictionary<string, KeptPoint>(StringComparer.Ordinal);

    internal Plant Plant { get; } = plant;

    internal string Device => Plant.Device.Equipment.Id.Device;

    /// <summary>The version in force; null when there is none.</summary>
    internal Programme? Programme
    {
        get => _programme;
        set => (_programme, Clock, Zone, Timetable) = (value, ClockOf(value), ZoneOf(value), TimetableOf(value));
    }

    /// <summary>The last decision.</summary>
    internal ZoneDecision? Decision
    {
        get => _decision;
        set => _decision = value;
    }

    /// <summary>The time zone of the programme's hours; UTC without one.</summary>
    internal TimeZoneInfo Clock { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>What the version in force says of the zone that the device's set point serves; null when there is none.</summary>
    internal Timetable? Timetable { get; private set; }

    /// <summary>The zone that the device heats; null without a programme.</summary>
    internal ZoneProgramme? Zone { get; private set; }

    /// <summary>What is kept in the controller, by point; replaced as a whole, by the bus's thread.</summary>
    internal IReadOnlyDictionary<string, KeptPoint> Kept
    {
        get => _kept;
        set => _kept = value;
    }

    /// <summary>The legionella runs of its tank.</summary>
    internal HotWaterBook HotWater { get; set; } = new();

    /// <summary>When the kept settings were last compared with the controller, and before when they are not again.</summary>
    internal (DateTimeOffset At, DateTimeOffset NotBefore) KeptLooked { get; set; }

    internal Outdoor Outdoor { get; set; } = new();

    /// <summary>The season that is kept on the disk: with which hour, and whether heating was off.</summary>
    internal (long Hour, bool Off) Season { get; set; }

    internal WarmUp? WarmUp { get; set; }

    /// <summary>The opening that is heated for; null when none is watched.</summary>
    internal OpeningWatch? Watched { get; set; }

    /// <summary>Days on end, the last one known included, on which the room was warm far from its opening; null before any was judged.</summary>
    internal (int Days, DateOnly Last)? Misses { get; set; }

    /// <summary>The opening whose warm-up was last learned from, or is.</summary>
    internal DateTimeOffset? LearnedFor { get; set; }

    internal IReadOnlyList<Lesson> Lessons { get; set; } = [];

    /// <summary>What the programme last wrote and read back; null before.</summary>
    internal Wanted? Written { get; set; }

    /// <summary>When it last looked at the device.</summary>
    internal DateTimeOffset LookedAt { get; set; }

    /// <summary>Not before this instant does it write again.</summary>
    internal DateTimeOffset NotBefore { get; set; }

    internal int Failures { get; set; }

    internal DateOnly RepairDay { get; set; }

    internal int Repairs { get; set; }

    private static TimeZoneInfo ClockOf(Programme? programme) =>
        programme is not null && TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var clock) ? clock : TimeZoneInfo.Utc;

    private static ZoneProgramme? ZoneOf(Programme? programme) => new ZoneSnapshot { Now = default, Programme = programme }.Zone;

    private static Timetable? TimetableOf(Programme? programme) => ZoneOf(programme) is { } zone ? new Timetable(programme!, zone, ClockOf(programme)) : null;
}
