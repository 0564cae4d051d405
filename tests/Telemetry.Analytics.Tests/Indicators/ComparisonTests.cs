using Telemetry.Analytics.Indicators;

namespace Telemetry.Analytics.Tests.Indicators;

public sealed class ComparisonTests
{
    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Figure Before = new() { Value = 1000, Unit = "kWh", From = From, To = From.AddYears(1), Coverage = 0.98 };

    [Fact]
    public void Change_TwoWholeYears()
    {
        var change = Comparison.Change(Before with { Value = 940, Coverage = 0.95 }, Before);

        Assert.Equal((-0.06, 0.95), (Math.Round(change.Value, 9), change.Coverage));
        Assert.Equal(change.Value, change.Lines.Sum(line => line.Result), 1e-9);
    }

    public static TheoryData<string, FigureProblem> Refusals => new()
    {
        { "coverage", FigureProblem.UnequalCoverage }, { "little", FigureProblem.LowCoverage }, { "length", FigureProblem.UnequalCoverage },
        { "missing", FigureProblem.UnequalCoverage }, { "unit", FigureProblem.UnknownUnit }, { "zero", FigureProblem.NoDenominator }, { "refused", FigureProblem.NoReading },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Change_UnlikePeriods_IsRefused(string why, FigureProblem problem)
    {
        var (now, before) = why switch
        {
            "coverage" => (Before with { Coverage = 0.92 }, Before),
            "little" => (Before with { Coverage = 0.6 }, Before),
            "length" => (Before with { To = From.AddMonths(11) }, Before),
            "missing" => (Before with { Missing = ["gas"] }, Before),
            "unit" => (Before with { Unit = "MWh" }, Before),
            "zero" => (Before, Before with { Value = 0 }),
            _ => (Figure.Refused("kWh", From, From, FigureProblem.NoReading), Before),
        };

        var change = Comparison.Change(now, before);

        Assert.Equal(problem, change.Problem);
        Assert.True(double.IsNaN(change.Value));
    }

    [Theory]
    [InlineData(null, FigureProblem.NoDenominator)]
    [InlineData(0.0, FigureProblem.NoDenominator)]
    [InlineData(-3.0, FigureProblem.ImpossibleValue)]
    [InlineData(double.NaN, FigureProblem.ImpossibleValue)]
    public void Intensity_WithoutArea_IsRefused(double? area, FigureProblem problem) => Assert.Equal(problem, Intensity.Of(Before, area, "m²").Problem);

    [Fact]
    public void Period_EmptyOrAbsurd()
    {
        Assert.Equal(FigureProblem.EmptyPeriod, PeriodCheck.Of(From, From));
        Assert.Equal(FigureProblem.AbsurdDate, PeriodCheck.Of(From, From.AddYears(900)));
        Assert.Equal(FigureProblem.None, PeriodCheck.Of(From, From.AddDays(1)));
    }
}
