using Telemetry.Model.Calendars;

namespace Telemetry.Model.Schedules;

/// <summary>What a zone does on holidays; null where the usual week goes on.</summary>
public sealed record HolidayRules
{
    /// <summary>Which public holidays hold here.</summary>
    public HolidayRegion Region { get; init; }

    /// <summary>On public holidays.</summary>
    public ProgrammeMode? PublicHolidays { get; init; } = ProgrammeMode.Reduced;

    /// <summary>In school holidays. On days that the school calendar does not know, the usual week goes on.</summary>
    public ProgrammeMode? SchoolHolidays { get; init; }
}
