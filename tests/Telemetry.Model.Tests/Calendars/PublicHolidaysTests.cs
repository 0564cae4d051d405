using System.Globalization;
using Telemetry.Model.Calendars;

namespace Telemetry.Model.Tests.Calendars;

public sealed class PublicHolidaysTests
{
    /// <summary>26 years of official dates (etalab/jours-feries-france-data), both regions, day by day.</summary>
    [Fact]
    public void Of_2006To2031_AreTheOfficialOnes()
    {
        var official = File.ReadLines(Path.Combine(SharedData.Find("calendar-fr"), "jours_feries_2006_2031.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(row => (Day: DateOnly.Parse(row[0], CultureInfo.InvariantCulture), Zone: row[1])).ToList();

        foreach (var (region, zone) in new[] { (HolidayRegion.Metropole, "metropole"), (HolidayRegion.AlsaceMoselle, "alsace-moselle") })
        {
            var ours = Enumerable.Range(2006, 26).SelectMany(year => PublicHolidays.Of(year, region)).Select(one => one.Day);
            Assert.Equal(official.Where(one => one.Zone == zone).Select(one => one.Day).Order(), ours.Order());
        }
    }

    /// <summary>heating.md §11.3, checked there against the published files.</summary>
    [Theory]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_KnownYears(int year, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), PublicHolidays.Easter(year));

    [Fact]
    public void Of_TwoHolidaysOnOneDay_KeepsBoth() =>
        Assert.Equal(
            [PublicHoliday.LabourDay, PublicHoliday.Ascension],
            PublicHolidays.Of(2008, HolidayRegion.Metropole).Where(one => one.Day == new DateOnly(2008, 5, 1)).Select(one => one.Holiday));

    [Fact]
    public void On_GoodFriday_HolidayInAlsaceMoselleOnly()
    {
        var day = new DateOnly(2026, 4, 3);

        Assert.Equal(PublicHoliday.GoodFriday, PublicHolidays.On(day, HolidayRegion.AlsaceMoselle));
        Assert.Null(PublicHolidays.On(day, HolidayRegion.Metropole));
    }
}
