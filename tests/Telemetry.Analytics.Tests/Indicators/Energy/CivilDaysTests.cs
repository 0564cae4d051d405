using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Energy;

public sealed class CivilDaysTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-03-28", 24)]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-10-26", 24)]
    public void HourEdges_ClockChanges(string day, int hours)
    {
        var edges = CivilDays.HourEdges(DateOnly.Parse(day, null), Paris);

        Assert.Equal(hours, edges.Count - 1);
        Assert.All(edges.Zip(edges.Skip(1)), hour => Assert.Equal(TimeSpan.FromHours(1), hour.Second - hour.First));
        Assert.Equal(TimeOnly.MinValue, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(edges[0], Paris).DateTime));
    }

    [Fact]
    public void Touched_AYear_HasEveryDayOnce()
    {
        var days = CivilDays.Touched(CivilDays.Start(new(2026, 1, 1), Paris), CivilDays.Start(new(2027, 1, 1), Paris), Paris).ToList();

        Assert.Equal(365, days.Distinct().Count());
        Assert.Equal(8760, days.Sum(day => CivilDays.HourEdges(day, Paris).Count - 1));
    }

    [Fact]
    public void Start_MidnightThatDoesNotExist_IsTheFirstInstantOfTheDay()
    {
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");

        Assert.Equal(23, CivilDays.HourEdges(new DateOnly(2026, 4, 24), cairo).Count - 1);
    }
}
