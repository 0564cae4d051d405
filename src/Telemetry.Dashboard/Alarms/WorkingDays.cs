using Telemetry.Model.Calendars;

namespace Telemetry.Dashboard.Alarms;

/// <summary>The days on which a message that can wait is read.</summary>
internal static class WorkingDays
{
    /// <summary>Whether people work on a day: neither at a weekend nor on a public holiday of the whole country.</summary>
    /// <remarks>The two more days of Alsace-Moselle are workdays here: a message a day early is better than one a day late.</remarks>
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && PublicHolidays.On(day, HolidayRegion.Metropole) is null;
}
