using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Tertiary;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Tertiary;

public sealed class TertiaryTests
{
    private static readonly DateTimeOffset From = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2009, 1000, 2024, 900, FigureProblem.AbsurdDate)]
    [InlineData(2013, 1000, 2012, 900, FigureProblem.AbsurdDate)]
    [InlineData(2013, 0, 2024, 900, FigureProblem.NoDenominator)]
    [InlineData(2013, 1000, 2024, -1, FigureProblem.ImpossibleValue)]
    [InlineData(2013, 1000, 2024, double.NaN, FigureProblem.NoReading)]
    public void Trajectory_BadInput_GivesNoNumber(int referenceYear, double reference, int year, double kWh, FigureProblem problem)
    {
        var path = new Trajectory(referenceYear, reference, year, kWh);

        Assert.Equal(problem, path.Problem);
        Assert.All([path.Change, path.Path, path.Gap, path.EffortDone, path.Target(2030)], value => Assert.True(double.IsNaN(value)));
    }

    [Theory]
    [InlineData(2030, 600)]
    [InlineData(2035, 550)]
    [InlineData(2040, 500)]
    [InlineData(2050, 400)]
    [InlineData(2060, 400)]
    public void Trajectory_PathThroughTheMilestones(int year, double expected)
    {
        Assert.Equal(expected, new Trajectory(2013, 1000, year, 700).Path, 1e-9);
        Assert.True(double.IsNaN(new Trajectory(2013, 1000, 2024, 700).Target(2031)));
    }

    [Fact]
    public void Reference_HighestAdjustedTwelveMonths_First()
    {
        var months = Enumerable.Range(0, 48).Select(at => new DateOnly(2012, 1, 1).AddMonths(at))
            .Select(month => new MonthlyUse(month, 100, month.Year == 2014 ? 130 : 100, month == new DateOnly(2013, 5, 1) ? 0.5 : 1)).ToList();

        var all = ReferencePeriod.Candidates(months, 2019);

        Assert.Equal(new DateOnly(2014, 1, 1), all[0].From);
        Assert.Equal((12 * 130, 2014), (all[0].AdjustedKWh, all[0].Year));
        Assert.DoesNotContain(all, period => period.From <= new DateOnly(2013, 5, 1) && period.From.AddMonths(12) > new DateOnly(2013, 5, 1));
        Assert.All(ReferencePeriod.Candidates(months, 2019, civilYearsOnly: true), period => Assert.Equal(1, period.From.Month));
        Assert.DoesNotContain(ReferencePeriod.Candidates(months, 2014), period => period.Year > 2014);
        Assert.Empty(ReferencePeriod.Candidates(months.Take(11), 2019));
    }

    [Fact]
    public void Cabs_OneActivityWithoutTable_BlocksTheSite()
    {
        var known = new OfficeActivity("Bureaux", 1000, 50, 50);

        var site = CabsThreshold.Of([known, known with { Name = "Piscine", Cvc = null }], From, From.AddYears(1));

        Assert.Equal((FigureProblem.NoTable, "Piscine"), (site.Problem, Assert.Single(site.Missing)));
        Assert.Equal(FigureProblem.NoDenominator, CabsThreshold.Of([known with { AreaM2 = 0 }], From, From.AddYears(1)).Problem);
        Assert.Equal(FigureProblem.NoDenominator, CabsThreshold.Of([], From, From.AddYears(1)).Problem);
    }

    [Fact]
    public void Operat_ReadyLineAndProblems()
    {
        var gas = new Activity("Gas", Carrier.NaturalGas, 111_100, "kWh PCS", From, From.AddYears(1));
        var power = new Activity("Electricity", Carrier.Electricity, 20_000, "kWh", From, From.AddYears(1));
        var hall = new OperatEntity { Name = "Mairie", Role = "owner", Activity = "Bureaux", AreaM2 = 1000, Year = 2025, Consumption = [gas, power], VehicleChargingKWh = 1500 };

        var rows = OperatTable.Of([hall, hall with { AreaM2 = null, Consumption = [gas with { To = From.AddMonths(6) }] }, hall with { Consumption = [] }, hall with { Consumption = [power with { Unit = "BTU" }] }]);

        Assert.Equal([100_000, 18_500], rows.Take(2).Select(row => Math.Round(row.KWhPci, 6)));
        Assert.All(rows.Take(2), row => Assert.True(row.Ready));
        Assert.Equal(100, rows[0].KWhPciPerM2, 1e-9);
        Assert.Equal([FigureProblem.NoDenominator, FigureProblem.LowCoverage], rows[2].Problems);
        Assert.Equal([FigureProblem.NoReading], rows[3].Problems);
        Assert.Contains(FigureProblem.UnknownUnit, rows[4].Problems);
        Assert.True(double.IsNaN(rows[4].KWhPci));
        Assert.Equal(new DateOnly(2026, 9, 30), OperatTable.Deadline(2025));
    }

    [Theory]
    [InlineData(DpeBuilding.OfficeOrTeaching, 50, 'A')]
    [InlineData(DpeBuilding.OfficeOrTeaching, 50.1, null)]
    [InlineData(DpeBuilding.Continuous, 10, null)]
    [InlineData(DpeBuilding.OfficeOrTeaching, double.NaN, null)]
    public void Dpe_OnlyWhereSure(DpeBuilding building, double kWhEp, char? expected) => Assert.Equal(expected, DpeClass.Of(building, kWhEp, DpeClass.Sure));

    [Fact]
    public void Dpe_WholeTableEntered_ReachesG()
    {
        List<DpeThreshold> table = [.. "ABCDEF".Zip([50.0, 110, 210, 350, 540, 750], (letter, most) => new DpeThreshold(DpeBuilding.OfficeOrTeaching, letter, most, "entered"))];

        Assert.Equal("ACG", string.Concat(new[] { 50.0, 200, 751 }.Select(value => DpeClass.Of(DpeBuilding.OfficeOrTeaching, value, table))));
        Assert.Null(DpeClass.Of(DpeBuilding.OfficeOrTeaching, 200, [.. table.Where(one => one.Class != 'B')]));
    }

    [Fact]
    public void Commune_ScoresAreClampedAndHoldNoNonsense()
    {
        var lighting = CommuneIndicator.All.Single(one => one.Id == "lighting-per-point");

        Assert.Equal([1, 0, 0.5], new[] { 100.0, 300, 190 }.Select(lighting.Score));
        Assert.True(double.IsNaN(lighting.Score(-1)) && double.IsNaN(lighting.Score(double.NaN)));
        Assert.Equal(1, CommuneIndicator.BuildingsProgress(1000, 2020, 750, 2030), 1e-9);
        Assert.Equal(0, CommuneIndicator.BuildingsProgress(1000, 2020, 1100, 2030), 1e-9);
        Assert.True(double.IsNaN(CommuneIndicator.BuildingsProgress(0, 2020, 10, 2030)));
    }

    [Fact]
    public void Primary_RefusedPart_IsRefused()
    {
        var energy = new Figure { Value = 10, Unit = "kWh", From = From, To = From.AddYears(1), Coverage = 1 };

        Assert.Equal(FigureProblem.NoReading, PrimaryEnergy.Of(energy, [Figure.Refused("kWh", From, From, FigureProblem.NoReading)], new(2026, 1, 1)).Problem);
        Assert.Equal(2.58, PrimaryEnergy.At(new(2020, 12, 31)).Value);
    }
}
