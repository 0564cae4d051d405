namespace Telemetry.Analytics.Indicators.Calendar;

/// <summary>Public holidays of France (Code du travail, article L3133-1; Alsace and Moselle: ordinance of 16 August 1892).</summary>
public static class FrenchHolidays
{
    /// <summary>The holidays of a year, in order: eleven, thirteen in Alsace and Moselle.</summary>
    /// <param name="year">1948 to 2999: the present list.</param>
    /// <param name="alsaceMoselle">True to add Good Friday and 26 December.</param>
    public static IReadOnlyList<DateOnly> Of(int year, bool alsaceMoselle = false)
    {
        var easter = Easter(year);
        List<DateOnly> days =
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50),
            new(year, 7, 14), new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
        if (alsaceMoselle)
        {
            days.AddRange([easter.AddDays(-2), new(year, 12, 26)]);
        }

        return [.. days.Distinct().Order()];
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    /// <remarks>Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</remarks>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
