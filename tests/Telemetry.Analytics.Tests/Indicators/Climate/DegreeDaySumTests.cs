using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Climate;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Climate;

public sealed class DegreeDaySumTests
{
    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly DateOnly End = new(2026, 1, 1);

    [Fact]
    public void HeatingFigure_WholeYear_IsTheSumOfItsDays()
    {
        var figure = Heating(Days(_ => true));

        Assert.Equal((365 * 12.0, 1.0, 0.0), (figure.Value, figure.Coverage, figure.Estimated));
    }

    [Fact]
    public void HeatingFigure_FewDaysLack_TakesTheMeanOfTheirOwnMonthAndSaysSo()
    {
        var figure = Heating([.. Days(day => day is not { Month: 1, Day: > 21 }).Select(day => day.Day.Month == 1 ? day with { Min = -8, Max = 0 } : day)]);

        Assert.Equal((31 * 22.0) + (334 * 12), figure.Value, 1e-9);
        Assert.Equal(10 * 22.0, figure.Estimated, 1e-9);
        Assert.Equal(355 / 365.0, figure.Coverage, 1e-9);
    }

    [Fact]
    public void HeatingFigure_OverFivePercentLack_IsRefused() =>
        Assert.Equal(FigureProblem.LowCoverage, Heating(Days(day => day.DayOfYear > 20)).Problem);

    [Fact]
    public void HeatingFigure_NoDay_IsRefused() => Assert.Equal(FigureProblem.NoReading, Heating([]).Problem);

    [Fact]
    public void HeatingFigure_EmptyOrAbsurdPeriod_IsRefused()
    {
        Assert.Equal(FigureProblem.EmptyPeriod, DegreeDaySum.HeatingFigure([], First, First, 18, DegreeDayMethod.Mean).Problem);
        Assert.Equal(FigureProblem.AbsurdDate, DegreeDaySum.HeatingFigure([], new(1720, 1, 1), First, 18, DegreeDayMethod.Mean).Problem);
    }

    [Fact]
    public void HeatingFigure_ImpossibleDays_DoNotCount()
    {
        var wrong = Days(_ => true).Select((day, place) => place switch
        {
            0 => day with { Min = double.NaN },
            1 => day with { Min = 12, Max = 5 },
            2 => day with { Max = 85 },
            _ => day,
        });

        Assert.Equal(362 / 365.0, Heating([.. wrong]).Coverage, 1e-9);
    }

    [Fact]
    public void DegreeDays_NotANumber_IsNeverZero()
    {
        Assert.All(
            [DegreeDays.MeanHeating(double.NaN, 10, 18), DegreeDays.ProfessionalHeating(2, double.NaN, 18), DegreeDays.ProfessionalCooling(double.NaN, 30, 18),
                DegreeDays.HourlyHeating([], 18), DegreeDays.HourlyHeating([3, double.NaN], 18)],
            value => Assert.True(double.IsNaN(value)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DegreeDays.Heating(DegreeDayMethod.Hourly, 2, 10, 18));
    }

    /// <summary>A day at 14 °C for twelve hours and 22 °C for twelve: mean 0, professional 2 (0.08 + 0.42/2), integrated 2.</summary>
    [Fact]
    public void DegreeDays_ThreeMethods_Differ()
    {
        Assert.Equal(0, DegreeDays.MeanHeating(14, 22, 18), 1e-9);
        Assert.Equal(4 * (0.08 + 0.21), DegreeDays.ProfessionalHeating(14, 22, 18), 1e-9);
        Assert.Equal(2, DegreeDays.HourlyHeating([.. Enumerable.Repeat(14.0, 12), .. Enumerable.Repeat(22.0, 12)], 18), 1e-9);
        Assert.Equal(2, DegreeDays.HourlyCooling([.. Enumerable.Repeat(14.0, 12), .. Enumerable.Repeat(22.0, 12)], 18), 1e-9);
    }

    /// <summary>Half of the hours is not enough for a day's mean; one more is.</summary>
    [Fact]
    public void DailyMean_NeedsMoreThanHalfOfItsHours()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var start = CivilDays.Start(new DateOnly(2026, 3, 29), zone);
        IEnumerable<Reading> Hours(int count) => Enumerable.Range(0, count).Select(hour => new Reading(start.AddHours(hour), 10));

        Assert.Empty(DailyMean.Of(Hours(11), zone, TimeSpan.FromHours(1)));
        Assert.Equal(10, Assert.Single(DailyMean.Of(Hours(12), zone, TimeSpan.FromHours(1))).Value);
    }

    [Fact]
    public void ClimateAdjustment_HeatingInAYearWithoutDegreeDays_IsRefused()
    {
        var energy = new Figure { Value = 100, Unit = "kWh", From = DateTimeOffset.UnixEpoch.AddYears(50), To = DateTimeOffset.UnixEpoch.AddYears(51), Coverage = 1 };

        Assert.Equal(FigureProblem.NoDenominator, new ClimateAdjustment(0, 2100, 0, 0).Of(energy, null, energy).Problem);
        Assert.Equal(200, new ClimateAdjustment(2100, 2100, 0, 300).Of(energy, energy with { Value = 0 }, energy).Value, 1e-9);
        Assert.Equal(
            FigureProblem.NoReading,
            new ClimateAdjustment(2000, 2100, 0, 0).Of(energy, null, Figure.Refused("kWh", energy.From, energy.To, FigureProblem.NoReading)).Problem);
    }

    private static Figure Heating(IReadOnlyList<DayTemperature> days) => DegreeDaySum.HeatingFigure(days, First, End, 18, DegreeDayMethod.Professional);

    private static List<DayTemperature> Days(Func<DateOnly, bool> there) =>
        [.. Enumerable.Range(0, 365).Select(day => First.AddDays(day)).Where(there).Select(day => new DayTemperature(day, 2, 10))];
}
