using System.Globalization;
using Telemetry.Model.Calendars;

namespace Telemetry.Model.Tests.Calendars;

public sealed class SchoolCalendarTests
{
    [Fact]
    public void On_PastTheLastKnownDay_IsUnknownAndNotTerm()
    {
        var calendar = new SchoolCalendar
        {
            Zone = SchoolZone.B, KnownFrom = new DateOnly(2025, 9, 1), KnownUntil = new DateOnly(2026, 7, 4),
            Holidays = [new SchoolHoliday("Vacances d'hiver", new DateOnly(2026, 2, 14), new DateOnly(2026, 3, 2))],
        };

        Assert.Equal(SchoolDay.Term, calendar.On(new DateOnly(2026, 2, 13)));
        Assert.Equal(SchoolDay.Holiday, calendar.On(new DateOnly(2026, 2, 14)));
        Assert.Equal(SchoolDay.Holiday, calendar.On(new DateOnly(2026, 3, 1)));
        Assert.Equal(SchoolDay.Term, calendar.On(new DateOnly(2026, 3, 2)));
        Assert.Equal(SchoolDay.Unknown, calendar.On(new DateOnly(2026, 7, 4)));
        Assert.Equal(SchoolDay.Unknown, calendar.On(new DateOnly(2025, 8, 31)));
    }

    /// <summary>The ministry's dates of 2025-26 as heating.md §11.4 has them, against the published file.</summary>
    [Theory]
    [InlineData("A", "2026-02-07", "2026-02-22")]
    [InlineData("B", "2026-02-14", "2026-03-01")]
    [InlineData("C", "2026-02-21", "2026-03-08")]
    public void Find_Winter2026_PublishedFileSaysTheSame(string zone, string first, string last)
    {
        var holidays = File.ReadLines(Path.Combine(SharedData.Find("calendar-fr"), "vacances_scolaires_zones_2010_2026.csv")).Skip(1)
            .Select(line => line.Split(',')).Where(row => row[0] == zone).Select(row => new SchoolHoliday(row[1], Day(row[2]), Day(row[3]).AddDays(1))).ToList();
        var calendar = new SchoolCalendar { Holidays = holidays, KnownFrom = holidays[0].From, KnownUntil = holidays[^1].To };

        var winter = calendar.Find(Day(first));

        Assert.Equal((Day(first), Day(last).AddDays(1)), (winter!.From, winter.To));
        Assert.Equal(SchoolDay.Unknown, calendar.On(new DateOnly(2026, 10, 20)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
