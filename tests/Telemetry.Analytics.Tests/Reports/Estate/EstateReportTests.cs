using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Tests.Imports;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Tests.Reports.Estate;

/// <summary>A building that was invoiced, then read by its distributor, then metered: one source a day, every zoom the same days.</summary>
public sealed class EstateReportTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
    private readonly SmallTown _town = new(Now);
    private readonly ImportBench _files = new();
    private readonly RegisterHours _hours;
    private readonly EstateReport _estate;
    private SupplyBook _supply = SupplyBook.Empty;

    public EstateReportTests()
    {
        _hours = new RegisterHours(_town.History, _town.News, SmallTown.Paris);
        _estate = new EstateReport(
            _town.Registry, (_hours, new EnergyFigures(_hours, SmallTown.Paris), _town.History), _files.Store, FactorFile.Shipped, new EstateOptions(SmallTown.Paris, null) { Supply = () => _supply }, _town.Clock);
    }

    [Fact]
    public void Days_ThreeSources_OneEachAndNothingTwice()
    {
        var building = _town.Add("ecole");
        var meter = SmallTown.Register("elec");
        _town.Add("ecole", "elec", meter);
        Invoices("du;au;kWh\n2026-08-01;2026-08-31;310\n2026-09-01;2026-09-30;300\n2026-10-01;2026-10-31;620\n");
        Curve("date;kWh\n" + string.Join('\n', Enumerable.Range(0, 36).Select(day => $"{new DateOnly(2026, 9, 20).AddDays(day):yyyy-MM-dd};24")));
        _town.Run(meter, CivilDays.Start(new(2026, 10, 15), SmallTown.Paris), Now, perHour: 2);

        var days = _estate.Days(building, Carrier.Electricity, new(2026, 8, 1), new(2026, 11, 1)).ToDictionary(day => day.Day);

        Assert.Equal((EnergySource.Invoiced, 10.0), (days[new(2026, 8, 5)].Source, Math.Round(days[new(2026, 8, 5)].KWh, 6)));
        Assert.Equal((EnergySource.Imported, 24.0), (days[new(2026, 9, 25)].Source, days[new(2026, 9, 25)].KWh));
        Assert.Equal((EnergySource.Metered, 48.0), (days[new(2026, 10, 20)].Source, Math.Round(days[new(2026, 10, 20)].KWh, 6)));

        // Autumn's day of 25 hours is metered whole.
        Assert.Equal(50, days[new(2026, 10, 25)].KWh, 1e-6);
    }

    [Fact]
    public void Of_YearAndItsMonths_SumTheSameDays()
    {
        _town.Add("ecole");
        Curve("date;kWh\n" + string.Join('\n', Enumerable.Range(0, 365).Select(day => FormattableString.Invariant($"{new DateOnly(2025, 1, 1).AddDays(day):yyyy-MM-dd};{day + 0.1}"))));

        var year = _estate.Of(EstatePeriod.Parse("2025", _estate.Today)).Energy;
        var months = Enumerable.Range(1, 12).Select(month => _estate.Of(EstatePeriod.Parse($"2025-{month:00}", _estate.Today)).Energy).ToList();

        Assert.Equal(year.Value, months.Sum(month => month.Value), 1e-6);
        Assert.Equal(Enumerable.Range(0, 365).Sum(day => day + 0.1), year.Value, 1e-6);
        Assert.Equal(1, year.Coverage, 1e-9);
    }

    [Fact]
    public void Of_MissingDays_AreNoZeroAndForbidTheComparison()
    {
        _town.Add("ecole");
        Curve("date;kWh\n" + string.Join('\n', Enumerable.Range(0, 700).Where(day => day is < 400 or > 520).Select(day => $"{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd};10")));

        var figures = _estate.Of(EstatePeriod.Parse("2025", _estate.Today));

        Assert.InRange(figures.Energy.Coverage, 0.4, 0.6);
        Assert.Equal(FigureProblem.LowCoverage, figures.Change.Problem);
        Assert.Equal(["ecole · Electricity"], figures.ToCheck);
        Assert.Contains(figures.Buildings[0].Days[Carrier.Electricity], day => double.IsNaN(day.KWh) && day.Source == EnergySource.Missing);
    }

    [Fact]
    public void Of_GasThatFollowsTheWeather_DoesNotChangeAtEqualClimate()
    {
        _town.Add("ecole");
        var days = Enumerable.Range(0, 1400).Select(day => new DateOnly(2023, 1, 1).AddDays(day)).ToList();
        double Mean(DateOnly day) => 10 - (8 * Math.Cos(2 * Math.PI * day.DayOfYear / 365.25)) - (day.Year == 2025 ? 2 : 0);
        Gas("date;kWh\n" + string.Join('\n', days.Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd};{50 * Math.Max(0, 18 - Mean(day)):0.####}"))));
        Weather("date;tn;tx\n" + string.Join('\n', days.Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd};{Mean(day) - 0.001:0.####};{Mean(day) + 0.001:0.####}"))));

        var figures = _estate.Of(EstatePeriod.Parse("2025", _estate.Today));

        Assert.InRange(figures.Change.Value, 0.1, 0.5);
        Assert.Equal(0, figures.AdjustedChange.Value, 0.005);
        Assert.False(figures.Buildings[0].Expectation!.Savings.Significant && Math.Abs(figures.Buildings[0].Deviation) > 0.01);
        Assert.Equal(2023, _estate.Years().ReferenceYear);
        Assert.All(_estate.Years().Years, year => Assert.Equal(_estate.Years().Reference, year.Adjusted.Value, 0.01 * _estate.Years().Reference));
    }

    [Fact]
    public void Of_ContractFromSummerOn_MarketBasedBesideLocationBased()
    {
        _town.Add("ecole");
        Curve("date;kWh\n" + string.Join('\n', Enumerable.Range(0, 365).Select(day => $"{new DateOnly(2025, 1, 1).AddDays(day):yyyy-MM-dd};10")));
        _supply = SupplyFile.Parse(
            """
            residualMix:
              - { year: 2024, kgCO2ePerKWh: 0.05, source: a test }
            contracts:
              - { name: Vert, evidence: certificate 1, share: 0.8, kgCO2ePerKWh: 0.01, source: a test, from: 2025-07-01, to: 2026-07-01, buildings: [ecole] }
              - { name: Ailleurs, evidence: certificate 2, share: 1, kgCO2ePerKWh: 0, source: a test, from: 2025-01-01, to: 2026-01-01, buildings: [mairie] }
            """, "supply.yaml");

        var figures = _estate.Of(EstatePeriod.Parse("2025", _estate.Today));

        Assert.Empty(_supply.Problems);
        Assert.Equal((181 * 10 * 0.05) + (184 * 10 * ((0.8 * 0.01) + (0.2 * 0.05))), figures.MarketBased.Value, 1e-6);
        Assert.Equal(figures.MarketBased.Value, figures.MarketBased.Lines.Sum(line => line.Result), 1e-9);
        Assert.Equal(3650 * 0.0461, figures.Carbon.Total.Value, 1e-6);
        Assert.Equal(1, figures.MarketBased.Coverage, 1e-9);
    }

    [Fact]
    public void Of_NoResidualMixForAPart_MarketBasedIsRefusedWhole()
    {
        _town.Add("ecole");
        Curve("date;kWh\n" + string.Join('\n', Enumerable.Range(0, 365).Select(day => $"{new DateOnly(2025, 1, 1).AddDays(day):yyyy-MM-dd};10")));
        _supply = SupplyFile.Parse("contracts:\n  - { name: Vert, evidence: certificate 1, share: 1, kgCO2ePerKWh: 0.01, source: a test, from: 2025-07-01, to: 2026-07-01 }\n", "supply.yaml");

        var market = _estate.Of(EstatePeriod.Parse("2025", _estate.Today)).MarketBased;

        Assert.Equal(FigureProblem.NoFactor, market.Problem);
        Assert.Equal(["residual mix", "ecole 2025-01-01"], market.Missing);
    }

    [Theory]
    [InlineData("contracts:\n  - { name: x, share: 2, kgCO2ePerKWh: 0, source: s, from: 2025-01-01, to: hier }\n", "supply.yaml:2: 'evidence' is missing", "must be a number from 0 to 1", "'to: hier' must be a day")]
    [InlineData("residualMix:\n  - { kgCO2ePerKWh: 0.04, source: s }\n", "a residual mix is of a year")]
    [InlineData("contrats: []\n", "'contrats' is not known here")]
    [InlineData("- a", "the file must be a mapping")]
    public void Supply_FaultyFile_SaysEachFaultAndKnowsNothing(string text, params string[] faults)
    {
        var book = SupplyFile.Parse(text, "supply.yaml");

        Assert.Empty(book.Contracts);
        Assert.All(faults, fault => Assert.Contains(book.Problems, problem => problem.Contains(fault, StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_GridIntensityImported_TimedBesideTheRest()
    {
        _town.Add("ecole");
        var start = CivilDays.Start(new(2026, 10, 1), SmallTown.Paris);
        string Hours(string header, Func<int, string> value) => header + string.Join('\n', Enumerable.Range(0, 31 * 24).Select(hour => $"{start.AddHours(hour):yyyy-MM-ddTHH:mm:ssZ};{value(hour)}"));
        Take(Hours("t;kWh\n", hour => hour % 2 == 0 ? "3" : "1"), "kind: energy\ntime: { column: t, step: 1h }\nvalues: [ { column: kWh, unit: kWh, building: ecole, carrier: Electricity } ]");
        Take(Hours("t;taux\n", hour => hour % 2 == 0 ? "20" : "60"), "kind: intensity\ntime: { column: t, step: 1h }\nvalues: [ { column: taux, grid: eco2mix, perimeter: directproduction } ]");

        var figures = _estate.Of(EstatePeriod.Parse("2026-10", _estate.Today));
        var timed = Assert.Single(figures.Timed);

        Assert.Equal(("eco2mix", IntensityPerimeter.DirectProduction, "kgCO2"), (timed.Grid, timed.Perimeter, timed.Emissions.Unit));
        Assert.Equal(31 * 12 * ((3 * 0.020) + (1 * 0.060)), timed.Emissions.Value, 1e-6);
        Assert.Equal(30, timed.GramsPerKWh, 1e-9);
        Assert.Equal(744.0 / 745, timed.Emissions.Coverage, 1e-9);
        Assert.Equal(figures.Energy.Value * 0.0461, figures.Carbon.Total.Value, 1e-6);
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.3, true)]
    [InlineData(0.7, false)]
    public void Drifts_ThreeWeeksOfGasBeyondTheWeather_LastToToday(double factor, bool drifts)
    {
        _town.Add("ecole");
        var days = Enumerable.Range(0, 430).Select(day => new DateOnly(2025, 9, 16).AddDays(day)).ToList();
        double Mean(DateOnly day) => 10 - (8 * Math.Cos(2 * Math.PI * day.DayOfYear / 365.25));
        // A spread that a baseline must have to be judged by, the same every time.
        double Use(DateOnly day) => 50 * Math.Max(0, 18 - Mean(day)) * (1 + (0.08 * Math.Sin(day.DayNumber * 2.399))) * (day >= new DateOnly(2026, 10, 28) ? factor : 1);
        Gas("date;kWh\n" + string.Join('\n', days.Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd};{Use(day):0.####}"))));
        Weather("date;tn;tx\n" + string.Join('\n', days.Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd};{Mean(day) - 0.001:0.####};{Mean(day) + 0.001:0.####}"))));

        var judged = Assert.Single(_estate.Drifts());

        Assert.Equal(drifts, judged.Lasting is not null);
        Assert.Equal(drifts ? 0.3 : 0, judged.Share, 0.08);
    }

    [Theory]
    [InlineData(null, "2025-11-01", "2026-11-01")]
    [InlineData("2025", "2025-01-01", "2026-01-01")]
    [InlineData("2026", "2026-01-01", "2026-11-01")]
    [InlineData("2026-10", "2026-10-01", "2026-11-01")]
    [InlineData("2026-11", "2026-11-01", "2026-11-20")]
    [InlineData("2027", "2025-11-01", "2026-11-01")]
    [InlineData("<script>", "2025-11-01", "2026-11-01")]
    public void Parse_Word(string? word, string from, string to)
    {
        var period = EstatePeriod.Parse(word, new(2026, 11, 20));

        Assert.Equal((from, to), (period.From.ToString("yyyy-MM-dd", null), period.To.ToString("yyyy-MM-dd", null)));
    }

    public void Dispose()
    {
        _hours.Dispose();
        _town.Dispose();
        _files.Dispose();
    }

    private void Curve(string text) => Take(text, "kind: energy\ntime: { column: date, step: 1d }\nvalues: [ { column: kWh, unit: kWh, building: ecole, carrier: Electricity } ]");

    private void Gas(string text) => Take(text, "kind: energy\ntime: { column: date, step: 1d }\nvalues: [ { column: kWh, unit: kWh, building: ecole, carrier: NaturalGas } ]");

    private void Invoices(string text) => Take(text, "kind: invoices\ntime: { column: du, to: au }\nvalues: [ { column: kWh, unit: kWh, building: ecole, carrier: Electricity } ]");

    private void Weather(string text) =>
        Take(text, "kind: weather\ntime: { column: date, step: 1d }\nvalues: [ { column: tn, station: x, what: tn }, { column: tx, station: x, what: tx } ]");

    private void Take(string text, string yaml) => Assert.Empty(_files.Run(_files.File(text), yaml).Refused);
}
