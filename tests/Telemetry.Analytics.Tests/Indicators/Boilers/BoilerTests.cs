using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Comfort;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Boilers;

public sealed class BoilerTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 12, 5, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Efficiency_OnPcsAndPci()
    {
        Assert.Equal(0.92, BoilerEfficiency.OnPcs(Energy(920), Energy(1000)).Value, 1e-9);
        Assert.Equal(0.92 * 1.111, BoilerEfficiency.OnPci(Energy(920), Energy(1000)).Value, 1e-9);
        Assert.Equal(232.6, BoilerEfficiency.HeatKWh(10, 20), 1e-9);
    }

    [Theory]
    [InlineData(1100, 1000, 1.0, FigureProblem.ImpossibleValue)]
    [InlineData(-1, 1000, 1.0, FigureProblem.ImpossibleValue)]
    [InlineData(10, 0, 1.0, FigureProblem.NoDenominator)]
    [InlineData(900, 1000, 0.8, FigureProblem.UnequalCoverage)]
    public void Efficiency_ThatCannotBe_IsRefused(double heat, double gas, double coverage, FigureProblem problem)
    {
        var figure = BoilerEfficiency.OnPcs(Energy(heat) with { Coverage = coverage }, Energy(gas));

        Assert.Equal(problem, figure.Problem);
        Assert.True(double.IsNaN(figure.Value));
    }

    [Fact]
    public void CondensingShare_OfBurningTime()
    {
        List<BurnerSample> samples =
        [
            new(Start, true, 50), new(Start.AddHours(1), true, 60), new(Start.AddHours(2), false, 30), new(Start.AddHours(3), true, 54.9), new(Start.AddHours(4), true, double.NaN),
        ];

        var share = CondensingShare.Of(samples, Start, Start.AddHours(5), Hour);

        Assert.Equal(2 / 3.0, share.Value, 1e-9);
        Assert.Equal(4 / 5.0, share.Coverage, 1e-9);
        Assert.Equal(FigureProblem.NoDenominator, CondensingShare.Of([new(Start, false, 20)], Start, Start.AddHours(1), Hour).Problem);
        Assert.Equal(FigureProblem.NoReading, CondensingShare.Of([], Start, Start.AddHours(1), Hour).Problem);
        Assert.Equal(FigureProblem.EmptyPeriod, CondensingShare.Of(samples, Start, Start, Hour).Problem);
    }

    [Fact]
    public void Comfort_KelvinHoursInOccupiedTimeOnly()
    {
        List<Reading> temperatures = [new(Start, 17), new(Start.AddHours(1), 18), new(Start.AddHours(2), 22.5), new(Start.AddHours(3), double.NaN), new(Start.AddHours(4), 10)];

        var comfort = ComfortHours.Of(temperatures, 19, 21, [(Start.AddMinutes(30), Start.AddHours(4))], Hour);

        Assert.Equal((0.5 * 2) + 1, comfort.TooCold.Value, 1e-9);
        Assert.Equal(1.5, comfort.TooWarm.Value, 1e-9);
        Assert.Equal(2.5 / 3.5, comfort.TooCold.Coverage, 1e-9);
        Assert.Equal(FigureProblem.EmptyPeriod, ComfortHours.Of(temperatures, 19, 21, [], Hour).TooCold.Problem);
        Assert.Equal(FigureProblem.NoReading, ComfortHours.Of([], 19, 21, [(Start, Start.AddHours(1))], Hour).TooWarm.Problem);
        Assert.Equal(FigureProblem.ImpossibleValue, ComfortHours.Of(temperatures, 21, 19, [(Start, Start.AddHours(1))], Hour).TooWarm.Problem);
    }

    private static Figure Energy(double kWh) => new() { Value = kWh, Unit = "kWh", From = Start, To = Start.AddDays(30), Coverage = 1 };
}
