namespace Telemetry.Model.Schedules;

/// <summary>Which part of a programme decides.</summary>
public enum ScheduleCause
{
    /// <summary>The usual week.</summary>
    Week,

    /// <summary>A public holiday.</summary>
    PublicHoliday,

    /// <summary>A school holiday.</summary>
    SchoolHoliday,

    /// <summary>A closure.</summary>
    Closure,

    /// <summary>An exception.</summary>
    Exception,
}
