using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Cost;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Indicators.Solar;

namespace Telemetry.Analytics.Tests.Indicators.Load;

public sealed class LoadFiguresTests
{
    private static readonly HourGrid Grid = new(new(2026, 3, 2), new(2026, 4, 27), SmallTown.Paris);
    private static readonly BuildingCalendar Office = new()
    {
        Name = "town hall",
        Week = Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => (8.5, 17.5)),
        Holidays = FrenchHolidays.Of(2026).ToHashSet(),
    };

    /// <summary>Eight weeks over a clock change: 56 days and one hour less than 56 × 24.</summary>
    [Fact]
    public void Grid_OverAClockChange_HasAnHourLess()
    {
        Assert.Equal((56 * 24) - 1, Grid.Hours);
        Assert.Equal(23, Grid.First(28) - Grid.First(27));
        Assert.Equal(3, Grid.Clock[Grid.First(27) + 2]);
        Assert.Throws<ArgumentException>(() => new HourGrid(new(2026, 1, 1), new(2026, 1, 1), SmallTown.Paris));
    }

    [Fact]
    public void Of_KnownLoad_EachFigure()
    {
        var load = Load((day, hour) => hour is >= 22 or < 6 ? 2 : Office.OpensOn(day) && hour is >= 8 and < 18 ? 10 : 3);

        var figures = LoadFigures.Of(load, Office);

        var nightHours = (56 * 8) - 1;
        var openDays = Grid.Days.Count(Office.OpensOn);
        var total = (2.0 * nightHours) + (10 * 10 * openDays) + (3 * ((56 * 16) - (10 * openDays)));
        Assert.Equal(39, openDays);
        Assert.Equal(total, figures.Energy.Value, 1e-6);
        Assert.Equal(2.0 * nightHours / total, figures.NightShare.Value, 1e-9);
        // Open hours count from 7:30 to 18:30: the hours 7 to 18.
        Assert.Equal(total - (openDays * ((10 * 10) + (2 * 3))), figures.ClosedEnergy.Value, 1e-6);
        Assert.Equal(((56 - openDays) * ((16 * 3) + (8 * 2))) - 2, figures.ClosedDayShare.Value * total, 1e-6);
        Assert.Equal((10, 2), (figures.Peak.Value, figures.NightMinimum.Value));
        Assert.Equal(total / Grid.Hours / 10, figures.LoadFactor.Value, 1e-9);
        Assert.Equal(2, BaseLoad.LastFourWeeks(load).Value, 1e-9);
        Assert.Equal(10, new LoadProfile(load).At(DayOfWeek.Tuesday, 9), 1e-9);
        Assert.All([figures.Energy, figures.NightShare, figures.ClosedShare, figures.Peak], figure => Assert.Equal(1, figure.Coverage));
    }

    [Fact]
    public void Of_NothingKnown_IsRefusedEverywhere()
    {
        var figures = LoadFigures.Of(Load((_, _) => double.NaN), Office);

        Assert.All(
            [figures.Energy, figures.NightShare, figures.ClosedEnergy, figures.ClosedShare, figures.ClosedDayShare, figures.Peak, figures.LoadFactor, figures.NightMinimum],
            figure => Assert.True(figure.Problem == FigureProblem.NoReading && double.IsNaN(figure.Value)));
        Assert.Equal(FigureProblem.NoReading, BaseLoad.LastFourWeeks(Load((_, _) => double.NaN)).Problem);
    }

    [Fact]
    public void Of_ZeroLoadOrNoCalendar_IsRefusedNotZero()
    {
        var zero = LoadFigures.Of(Load((_, _) => 0));

        Assert.Equal(FigureProblem.NoDenominator, zero.NightShare.Problem);
        Assert.Equal(FigureProblem.NoDenominator, zero.LoadFactor.Problem);
        Assert.Equal(FigureProblem.NoTable, zero.ClosedEnergy.Problem);
    }

    [Fact]
    public void Load_NegativeAndInfinite_AreUnknown()
    {
        var load = Load((day, hour) => day.Day == 5 ? -1 : hour == 3 ? double.PositiveInfinity : 1);

        Assert.Equal(load.Known, load.Total);
        Assert.InRange(load.Coverage, 0.9, 0.93);
    }

    [Fact]
    public void BaseLoad_UnderNinetyPercentOrFourWeeks_IsRefused()
    {
        Assert.Equal(FigureProblem.LowCoverage, BaseLoad.LastFourWeeks(Load((day, _) => day.Day is 10 or 11 or 12 ? double.NaN : 1)).Problem);
        var week = new HourGrid(new(2026, 3, 2), new(2026, 3, 9), SmallTown.Paris);
        Assert.Equal(FigureProblem.TooFewPoints, BaseLoad.LastFourWeeks(new HourlyLoad(week, [.. Enumerable.Repeat(1.0, week.Hours)])).Problem);
    }

    [Fact]
    public void Cost_PeakAndOffPeak_SumToTheLines()
    {
        Tariff Until(DateOnly from, DateOnly to) => new("blue", from, to, [new("HC", 0.10m) { Hours = [(22, 6)] }, new("HP", 0.20m)], 1m);
        var load = Load((_, _) => 1);

        var cost = TariffCost.Of(load, [Until(new(2026, 1, 1), new(2027, 1, 1))]);

        Assert.Equal((((56 * 8) - 1) * 0.10) + (56 * 16 * 0.20) + 56, cost.Value, 1e-6);
        Assert.Equal(cost.Value, cost.Lines.Sum(line => line.Result), 1e-9);
        var refused = TariffCost.Of(load, [Until(new(2026, 1, 1), new(2026, 4, 1))]);
        Assert.Equal(FigureProblem.NoTariff, refused.Problem);
        Assert.Equal(["2026-04-01"], refused.Missing);
        Assert.Equal(FigureProblem.NoTariff, TariffCost.Of(load, [new("day", new(2026, 1, 1), new(2027, 1, 1), [new("HP", 0.2m) { Hours = [(6, 22)] }], 0)]).Problem);
        Assert.Equal(FigureProblem.NoReading, TariffCost.Of(Load((_, _) => double.NaN), []).Problem);
        Assert.Equal(cost.Value / load.Total, TariffCost.MeanPrice(cost, LoadFigures.Of(load).Energy).Value, 1e-9);
    }

    [Fact]
    public void SelfConsumption_ProductionLessExport()
    {
        var made = Load((_, hour) => hour is >= 10 and < 16 ? 5 : 0);
        var fed = Load((_, hour) => hour is >= 12 and < 14 ? 3 : 0);
        var taken = Load((_, _) => 1);

        var solar = SelfConsumption.Of(made, fed, taken);

        Assert.Equal(56 * 24, solar.Used.Value, 1e-6);
        Assert.Equal(24 / 30.0, solar.OfProduction.Value, 1e-9);
        Assert.Equal(56.0 * 24 / ((56 * 24) + Grid.Hours), solar.OfUse.Value, 1e-9);
        Assert.Equal(FigureProblem.ImpossibleValue, SelfConsumption.Of(fed, made, taken).Used.Problem);
        Assert.Equal(FigureProblem.NoDenominator, SelfConsumption.Of(Load((_, _) => 0), Load((_, _) => 0), taken).OfProduction.Problem);
    }

    [Theory]
    [InlineData(36.0, SubscribedPowerVerdict.Fits)]
    [InlineData(30.0, SubscribedPowerVerdict.TooSmall)]
    [InlineData(60.0, SubscribedPowerVerdict.TooLarge)]
    [InlineData(null, SubscribedPowerVerdict.Unknown)]
    public void SubscribedPower_AgainstAYearsPeak(double? subscribed, SubscribedPowerVerdict verdict)
    {
        var peak = new Figure { Value = 36, Unit = "kW", From = Grid.Start, To = Grid.Start.AddHours(1), Coverage = 1 };

        Assert.Equal(verdict, SubscribedPower.Of(peak, subscribed, TimeSpan.FromDays(365)).Verdict);
    }

    private static HourlyLoad Load(Func<DateOnly, int, double> of) =>
        new(Grid, [.. Enumerable.Range(0, Grid.Hours).Select(hour => of(Grid.Days[Grid.Day[hour]], Grid.Clock[hour]))]);
}
