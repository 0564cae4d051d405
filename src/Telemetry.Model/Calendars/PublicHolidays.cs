namespace Telemetry.Model.Calendars;

/// <summary>French public holidays, computed.</summary>
/// <remarks>
/// Code du travail L.3133-1 (eleven days) and L.3134-13 (two more in Alsace-Moselle); Easter by the Gregorian computation of Meeus and Butcher.
/// Good Friday holds by law in communes with a Protestant temple or a mixed church: elsewhere the building is marked open that day.
/// </remarks>
public static class PublicHolidays
{
    /// <summary>The holidays of a year in the order of their dates; two may fall on one day (Ascension on 1 May 2008).</summary>
    /// <param name="year">A year of the Gregorian calendar, 1583 or later.</param>
    /// <param name="region">Where the building stands.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is before the Gregorian calendar.</exception>
    public static IReadOnlyList<(DateOnly Day, PublicHoliday Holiday)> Of(int year, HolidayRegion region)
    {
        var easter = Easter(year);
        List<(DateOnly Day, PublicHoliday Holiday)> days =
        [
            (new DateOnly(year, 1, 1), PublicHoliday.NewYear),
            (easter.AddDays(1), PublicHoliday.EasterMonday),
            (new DateOnly(year, 5, 1), PublicHoliday.LabourDay),
            (new DateOnly(year, 5, 8), PublicHoliday.VictoryDay),
            (easter.AddDays(39), PublicHoliday.Ascension),
            (easter.AddDays(50), PublicHoliday.WhitMonday),
            (new DateOnly(year, 7, 14), PublicHoliday.NationalDay),
            (new DateOnly(year, 8, 15), PublicHoliday.Assumption),
            (new DateOnly(year, 11, 1), PublicHoliday.AllSaints),
            (new DateOnly(year, 11, 11), PublicHoliday.Armistice),
            (new DateOnly(year, 12, 25), PublicHoliday.Christmas),
        ];
        if (region == HolidayRegion.AlsaceMoselle)
        {
            days.Add((easter.AddDays(-2), PublicHoliday.GoodFriday));
            days.Add((new DateOnly(year, 12, 26), PublicHoliday.SaintStephen));
        }

        return [.. days.OrderBy(one => one.Day).ThenBy(one => one.Holiday)];
    }

    /// <summary>The holiday that falls on a day; null on any other day.</summary>
    public static PublicHoliday? On(DateOnly day, HolidayRegion region)
    {
        foreach (var (date, holiday) in Of(day.Year, region))
        {
            if (date == day)
            {
                return holiday;
            }
        }

        return null;
    }

    /// <summary>Easter Sunday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before the Gregorian calendar.</exception>
    public static DateOnly Easter(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, g) = (b / 4, b % 4, (b - ((b + 8) / 25) + 1) / 3);
        var h = ((19 * a) + b - d - g + 15) % 30;
        var l = (32 + (2 * e) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
