using Telemetry.Analytics.Indicators.HotWater;

namespace Telemetry.Analytics.Tests.Indicators.HotWater;

/// <summary>Arrêté of 30 November 2005, day by day: 55 °C at all times, or 2 min at 70, 4 min at 65, 60 min at 60 °C.</summary>
public sealed class LegionellaRuleTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 1, 5, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AllDayAt55_KeptHot() => Assert.Equal(HotWaterDay.KeptHot, Day(_ => (55, 50)).Day);

    [Fact]
    public void Of_ShortDipWhileDrawing_StillKeptHot_LongerNot()
    {
        Assert.Equal(HotWaterDay.KeptHot, Day(minute => (minute is 600 or 601 ? 50 : 58, 50)).Day);
        Assert.Equal(HotWaterDay.NotMet, Day(minute => (minute is >= 600 and < 603 ? 50 : 58, 50)).Day);
    }

    [Theory]
    [InlineData(70, 3, true)]
    [InlineData(70, 2, false)]
    [InlineData(65, 5, true)]
    [InlineData(65, 4, false)]
    [InlineData(60, 61, true)]
    [InlineData(60, 60, false)]
    [InlineData(59.9, 200, false)]
    public void Of_HeatUp_CountsOnlyWhatIsKnownToHaveHeld(double celsius, int samples, bool met)
    {
        var (day, from, to) = Day(minute => (45, minute >= 120 && minute < 120 + samples ? celsius : 45));

        Assert.Equal(met ? HotWaterDay.HeatedUp : HotWaterDay.NotMet, day);
        Assert.True(!met || (from == Midnight.AddMinutes(120) && to == Midnight.AddMinutes(120 + samples - 1)));
    }

    [Fact]
    public void Of_RunCutByOneColdSensor_DoesNotCount() => Assert.Equal(HotWaterDay.NotMet, Day(minute => (45, minute is >= 120 and < 180 && minute != 150 ? 60 : 45)).Day);

    [Fact]
    public void Of_SensorSilentTooLong_NotMeasured()
    {
        Assert.Equal(HotWaterDay.NotMeasured, Day(minute => minute is >= 300 and < 317 ? (double.NaN, double.NaN) : (60, 58)).Day);
        Assert.Equal(HotWaterDay.KeptHot, Day(minute => minute is >= 300 and < 314 ? (double.NaN, double.NaN) : (60, 58)).Day);
        Assert.Equal(HotWaterDay.NotMeasured, LegionellaRule.Of(Midnight, Midnight.AddDays(1), []).Day);
    }

    private static (HotWaterDay Day, DateTimeOffset From, DateTimeOffset To) Day(Func<int, (double Outlet, double Least)> water) => LegionellaRule.Of(
        Midnight, Midnight.AddDays(1), [.. Enumerable.Range(0, 1440).Select(minute => (Midnight.AddMinutes(minute), water(minute).Outlet, water(minute).Least))]);
}
