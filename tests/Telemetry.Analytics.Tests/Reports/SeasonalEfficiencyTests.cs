using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Tests.Imports;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Reports;

/// <summary>Heat at the boilers' outlet ÷ gas, from the days both know; and that heat is never energy used once more.</summary>
public sealed class SeasonalEfficiencyTests : IDisposable
{
    private const double GasKWhPerUnit = 11.2;
    private static readonly DateOnly First = new(2026, 11, 1);
    private static readonly DateOnly End = new(2026, 11, 11);
    private static readonly DateTimeOffset Now = CivilDays.Start(End, SmallTown.Paris).AddHours(9);
    private static readonly Point Gas = SmallTown.Register("gaz", Carrier.NaturalGas, kWhPerUnit: GasKWhPerUnit);
    private static readonly Point Heat = HeatRegister("chaleur");
    private readonly SmallTown _town = new(Now);
    private readonly ImportBench _files = new();
    private readonly RegisterHours _hours;
    private readonly EstateReport _estate;
    private readonly Building _school;

    public SeasonalEfficiencyTests()
    {
        _hours = new RegisterHours(_town.History, _town.News, SmallTown.Paris);
        _estate = new EstateReport(
            _town.Registry, (_hours, new EnergyFigures(_hours, SmallTown.Paris), _town.History), _files.Store, FactorFile.Shipped, new EstateOptions(SmallTown.Paris, null), _town.Clock);
        _school = _town.Add("ecole");
        _town.Add("ecole", "gaz", Gas);
        _town.Run(Gas, CivilDays.Start(First, SmallTown.Paris).AddHours(-1), Now, perHour: 10);
    }

    [Fact]
    public void Of_HeatAndGasOfTheSameDays_IsTheirRatio()
    {
        Meter(Heat, First, perHour: 0.93 * 10 * GasKWhPerUnit);

        var figure = Efficiency();

        Assert.Equal(0.93, figure.Value, 1e-9);
        Assert.Equal(1, figure.Coverage, 1e-9);
    }

    [Fact]
    public void Of_AHeatMeterPutInOnTheThirdDayAtNoon_CountsWholeDaysOfBothOnly()
    {
        _town.Add("ecole", "chaleur", Heat);
        _town.Run(Heat, CivilDays.Start(First, SmallTown.Paris).AddHours(60), Now, perHour: 0.8 * 10 * GasKWhPerUnit);

        var figure = Efficiency();

        Assert.Equal(0.8, figure.Value, 1e-9);
        Assert.Equal(0.7, figure.Coverage, 1e-9);
    }

    [Fact]
    public void Of_HeatImportedBeforeTheMeter_GoesOnWithIt()
    {
        Meter(Heat, First.AddDays(5), perHour: 0.8 * 10 * GasKWhPerUnit);
        Import(string.Join('\n', Enumerable.Range(0, 5).Select(day => FormattableString.Invariant($"{First.AddDays(day):yyyy-MM-dd};{0.9 * 240 * GasKWhPerUnit}"))));

        var figure = Efficiency();

        Assert.Equal(0.85, figure.Value, 1e-9);
        Assert.Equal(1, figure.Coverage, 1e-9);
    }

    [Fact]
    public void Of_TwoBoilersEachWithItsMeter_AreAddedAndAMeterBehindThemIsNot()
    {
        Meter(HeatRegister("chaleur-1"), First, perHour: 0.5 * 10 * GasKWhPerUnit);
        Meter(HeatRegister("chaleur-2"), First, perHour: 0.4 * 10 * GasKWhPerUnit);
        Meter(HeatRegister("cantine") with { MeterRole = MeterRole.Sub }, First, perHour: 30);
        Meter(HeatRegister("reseau") with { MeterRole = MeterRole.Main, Carrier = Carrier.DistrictHeat }, First, perHour: 20);

        Assert.Equal(0.9, Efficiency().Value, 1e-9);
    }

    [Fact]
    public void Of_MoreHeatThanGas_IsAnErrorOfTheData()
    {
        Meter(Heat, First, perHour: 1.02 * 10 * GasKWhPerUnit);

        Assert.Equal(FigureProblem.ImpossibleValue, Efficiency().Problem);
    }

    [Fact]
    public void Of_NoCommonDay_IsRefused()
    {
        _town.Add("ecole", "chaleur", Heat);

        Assert.Equal(FigureProblem.NoReading, Efficiency().Problem);
        Assert.Equal(FigureProblem.EmptyPeriod, SeasonalEfficiency.Of([], [], SmallTown.Paris).Problem);
    }

    [Fact]
    public void BoilerHeat_WithoutMeterAndImport_IsNotKnown() => Assert.Null(_estate.BoilerHeat(_school, First, End));

    /// <summary>Heat is made of the gas that is counted already: with its meter and its past the building uses what it used without.</summary>
    [Fact]
    public void Totals_WithAHeatMeter_AreWhatTheyWereWithout()
    {
        var (before, estate) = (_town.Figures.Building(_school), Estate());
        Meter(Heat, First, perHour: 100);
        Import("2026-10-20;900");
        var (after, estateAfter) = (_town.Figures.Building(_school), Estate());

        Assert.Equal(10 * 24 * 10 * GasKWhPerUnit, estate.Energy.Value, 1e-6);
        Assert.Equal(estate.Energy.Value, estateAfter.Energy.Value);
        Assert.Equal(estate.Carbon.Total.Value, estateAfter.Carbon.Total.Value);
        Assert.Equal([Carrier.NaturalGas], estateAfter.Buildings[0].Energy.ByCarrier.Keys);
        Assert.Equal(before.Month.Total.Value, after.Month.Total.Value);
        Assert.Equal(before.CarbonMonth.Value, after.CarbonMonth.Value);
    }

    public void Dispose()
    {
        _hours.Dispose();
        _town.Dispose();
        _files.Dispose();
    }

    private static Point HeatRegister(string device)
    {
        var register = SmallTown.Register(device, Carrier.None, MeterRole.None);
        return register with { Id = register.Id with { Name = "energy.heat" } };
    }

    private void Meter(Point register, DateOnly first, double perHour)
    {
        _town.Add("ecole", register.Id.Equipment.Device, register);
        _town.Run(register, CivilDays.Start(first, SmallTown.Paris), Now, perHour);
    }

    private void Import(string rows) =>
        Assert.Empty(_files.Run(_files.File("date;kWh\n" + rows), "kind: heat\ntime: { column: date, step: 1d }\nvalues: [ { column: kWh, unit: kWh, building: ecole } ]").Refused);

    private Figure Efficiency() => SeasonalEfficiency.Of(_estate.BoilerHeat(_school, First, End)!, _estate.Days(_school, Carrier.NaturalGas, First, End), SmallTown.Paris);

    private EstateFigures Estate() => new EstateReport(
        _town.Registry, (_hours, new EnergyFigures(_hours, SmallTown.Paris), _town.History), _files.Store, FactorFile.Shipped, new EstateOptions(SmallTown.Paris, null), _town.Clock)
        .Of(EstatePeriod.Parse("2026-11", _estate.Today));
}
