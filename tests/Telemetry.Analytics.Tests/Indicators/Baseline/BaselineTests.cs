using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;

namespace Telemetry.Analytics.Tests.Indicators.Baseline;

public sealed class BaselineTests
{
    private static readonly DateOnly First = new(2024, 10, 1);
    private static readonly DateOnly End = First.AddDays(365);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void Fit_KnownBuilding_FindsItAgain()
    {
        var model = DailyModel.Fit(Building(40, 12, 15.5, 0), BalanceGrid.Celsius)!;

        Assert.Equal(ModelKind.ThreeParameterHeating, model.Kind);
        Assert.Equal((40, 12, 15.5), (Math.Round(model.Intercept, 6), Math.Round(model.HeatingSlope, 6), model.HeatingPoint!.Value));
        Assert.Equal(1, model.Statistics.R2, 1e-9);
        Assert.Equal(FitVerdict.Good, BaselineGate.Verdict(model.Statistics));
        Assert.Empty(BaselineGate.Of(Building(40, 12, 15.5, 0), First, End, model).Findings);
    }

    /// <summary>Every change point of the grid by brute force: the sums find the same best as residuals one by one.</summary>
    [Fact]
    public void Fit_AgainstResidualsOneByOne_IsTheBest()
    {
        var days = Building(40, 12, 15.5, 30);
        var model = DailyModel.Fit(days, BalanceGrid.Celsius, ModelKind.ThreeParameterHeating)!;

        var best = Enumerable.Range(0, 61).Min(step => Residuals(days, step / 2.0));

        Assert.Equal(best, model.Statistics.Sse, best * 1e-9);
    }

    [Fact]
    public void Fit_FlatMeter_IsTheMeanOrSaysNoDependence()
    {
        var days = Building(40, 0, 15, 8);
        var model = DailyModel.Fit(days, BalanceGrid.Celsius)!;

        Assert.False(BaselineGate.DependsOnTemperature(model));
        Assert.Contains(GateFinding.NoTemperatureDependence, BaselineGate.Of(days, First, End, model).Findings);
        Assert.True(BaselineGate.Of(days, First, End, model).Passed);
    }

    [Fact]
    public void Fit_NothingToFit_GivesNoModel()
    {
        Assert.Null(DailyModel.Fit([], BalanceGrid.Celsius));
        Assert.Null(DailyModel.Fit([.. Building(40, 12, 15, 0).Select(day => day with { Use = double.NaN })], BalanceGrid.Celsius));
        Assert.Null(ChangePoints.Fit([new DailyUse(First, 10, 5)], ModelKind.TwoParameter));
        Assert.Null(ChangePoints.Fit([.. Building(40, 12, 15, 0).Select(day => day with { Temperature = 7 })], ModelKind.ThreeParameterHeating));
        Assert.Null(ChangePoints.Fit([.. Building(40, -3, 15, 0)], ModelKind.ThreeParameterHeating, rising: true));
    }

    [Theory]
    [InlineData(300, 1.0, GateFinding.TooShort)]
    [InlineData(365, 0.8, GateFinding.TooFewDays)]
    public void Gate_BadPeriods_DoNotPass(int length, double share, GateFinding finding)
    {
        var days = Building(40, 12, 15, 5).Where((_, place) => place < length && place % 100 < share * 100).ToList();

        var gate = BaselineGate.Of(days, First, First.AddDays(length), DailyModel.Fit(days, BalanceGrid.Celsius));

        Assert.False(gate.Passed);
        Assert.Contains(finding, gate.Findings);
    }

    [Fact]
    public void Gate_NegativeAndExtremeDays_AreNamed()
    {
        var days = Building(40, 12, 15, 5).Select((day, place) => place switch { 5 => day with { Use = -3 }, 9 => day with { Use = 90_000 }, _ => day }).ToList();

        var gate = BaselineGate.Of(days, First, End, DailyModel.Fit(days, BalanceGrid.Celsius));

        Assert.Contains(GateFinding.NegativeUse, gate.Findings);
        Assert.Contains(GateFinding.ExtremeUse, gate.Findings);
        Assert.Contains(GateFinding.PoorFit, gate.Findings);
        Assert.False(gate.Passed);
    }

    [Fact]
    public void Avoided_TenPercentLess_IsFoundWithItsBand()
    {
        var days = Building(40, 12, 15, 30);
        var model = DailyModel.Fit(days, BalanceGrid.Celsius)!;
        var after = days.Select(day => day with { Day = day.Day.AddDays(365), Use = day.Use * 0.9 }).ToList();

        var avoided = AvoidedEnergy.Of(model, after, End, End.AddDays(365), Paris);

        Assert.Equal(0.1, avoided.Fraction, 1e-6);
        Assert.True(avoided.Significant);
        Assert.Equal(avoided.Avoided.Value, avoided.Avoided.Lines.Sum(line => line.Result), 1e-6);
        Assert.InRange(SavingsUncertainty.Ashrae14(model.Statistics, 365, avoided.Fraction), 0, 0.5);
    }

    [Fact]
    public void Avoided_LessThanTheBand_IsNotSignificant()
    {
        var days = Building(40, 12, 15, 60);
        var model = DailyModel.Fit(days, BalanceGrid.Celsius)!;

        var avoided = AvoidedEnergy.Of(model, days.Select(day => day with { Use = day.Use * 0.998 }), First, End, Paris);

        Assert.False(avoided.Significant);
    }

    /// <summary>A saving never comes from days that fell out: they fall out on both sides, and too many refuse it.</summary>
    [Fact]
    public void Avoided_DaysThatLack_MakeNoSaving()
    {
        var days = Building(40, 12, 15, 0);
        var model = DailyModel.Fit(days, BalanceGrid.Celsius)!;

        var holes = AvoidedEnergy.Of(model, [.. days.Select((day, place) => place < 30 ? day with { Temperature = double.NaN } : day)], First, End, Paris);
        var many = AvoidedEnergy.Of(model, days.Skip(40), First, End, Paris);

        Assert.Equal(0, holes.Avoided.Value, 1e-6);
        Assert.Equal(335 / 365.0, holes.Avoided.Coverage, 1e-9);
        Assert.Equal(FigureProblem.LowCoverage, many.Avoided.Problem);
        Assert.False(many.Significant);
        Assert.Equal(FigureProblem.EmptyPeriod, AvoidedEnergy.Of(model, days, First, First, Paris).Avoided.Problem);
    }

    [Fact]
    public void Together_PublishedExample() => Assert.Equal(804.87, SavingsUncertainty.Together(601.52, 534.78), 0.01);

    private static double Residuals(IReadOnlyList<DailyUse> days, double point)
    {
        var (x, y) = (days.Select(day => Math.Max(0, point - day.Temperature)).ToArray(), days.Select(day => day.Use).ToArray());
        if (x.Count(value => value > 0) < 10 || x.Sum() < 20)
        {
            return double.PositiveInfinity;
        }

        var (meanX, meanY) = (x.Average(), y.Average());
        var slope = x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / x.Sum(one => (one - meanX) * (one - meanX));
        return x.Zip(y, (one, other) => Math.Pow(other - meanY - (slope * (one - meanX)), 2)).Sum();
    }

    private static List<DailyUse> Building(double intercept, double slope, double point, double noise) =>
    [
        .. Enumerable.Range(0, 365).Select(place =>
        {
            var temperature = 11 + (9 * Math.Cos((place - 110) * Math.Tau / 365)) + (3 * Math.Sin(place * 1.7));
            return new DailyUse(First.AddDays(place), intercept + (slope * Math.Max(0, point - temperature)) + (noise * Math.Sin(place * place * 0.73)), temperature);
        }),
    ];
}
