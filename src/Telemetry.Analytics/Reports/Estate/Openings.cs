using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>When buildings open: the usual hours of their use, less public holidays, and for schools less the imported school holidays.</summary>
/// <remarks>Usual hours are ours, until somebody enters a building's own; the name of the calendar says so.</remarks>
internal sealed class Openings(ImportedDays imported, string schoolZone)
{
    private static readonly HashSet<DateOnly> Holidays = [.. Enumerable.Range(2010, 31).SelectMany(year => FrenchHolidays.Of(year))];

    /// <summary>The calendar of a building.</summary>
    internal BuildingCalendar Of(Building building)
    {
        var (name, days, opens, closes) = building.Use switch
        {
            BuildingUse.School => ("school", Weekdays, 8.0, 18.0),
            BuildingUse.Gymnasium => ("gymnasium", Enum.GetValues<DayOfWeek>(), 8.0, 22.0),
            BuildingUse.Nursery => ("nursery", Weekdays, 7.0, 19.0),
            _ => ("office", Weekdays, 8.0, 18.0),
        };
        return new BuildingCalendar
        {
            Name = $"usual {name}",
            Week = days.ToDictionary(day => day, _ => (opens, closes)),
            Holidays = building.Use == BuildingUse.Gymnasium ? new HashSet<DateOnly>() : Holidays,
            Closures = building.Use == BuildingUse.School ? [.. imported.Of(SeriesNames.Calendar("school", schoolZone)).Keys.Select(day => new DayRange(day, day))] : [],
        };
    }

    private static DayOfWeek[] Weekdays => [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
}
