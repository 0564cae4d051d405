namespace Telemetry.Model.Schedules;

/// <summary>Whose timetable a circuit follows: two that fight each other are worse than either.</summary>
public enum ScheduleOwner
{
    /// <summary>The controller's own; ours is only compared with it.</summary>
    Controller,

    /// <summary>The gateway's: it writes the mode at each change, and hands back when it is told to.</summary>
    Gateway,
}
