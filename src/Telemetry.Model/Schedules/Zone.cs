using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Model.Schedules;

/// <summary>Rooms that one heating circuit serves and that live by one timetable.</summary>
public sealed record Zone
{
    /// <summary>A slug, unique in its boiler room: <c>classes</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it: « Classes et cantine ».</summary>
    public required string Name { get; init; }

    /// <summary>What it is used for.</summary>
    public required Premises Premises { get; init; }

    /// <summary>What heats it.</summary>
    public required Emitter Emitter { get; init; }

    /// <summary>Name of the controller's point that takes its set point; null for a zone that is only watched.</summary>
    public string? Setpoint { get; init; }

    /// <summary>Its room sensor, of this gateway; null for the controller's own <c>room.temperature</c>.</summary>
    public PointId? RoomSensor { get; init; }

    /// <summary>Whose timetable the controller follows.</summary>
    public ScheduleOwner Owner { get; init; }
}
