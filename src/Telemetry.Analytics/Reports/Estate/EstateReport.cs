using System.Globalization;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Carbon;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>The estate over months and years.</summary>
internal sealed class EstateReport : IEstate, IDrifts
{
    // Whole days move with each import and each midnight only; late samples show within the minute.
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(30);
    private readonly ITownRegistry _registry;
    private readonly FactorSet _factors;
    private readonly TimeProvider _clock;
    private readonly EnergyDays _energy;
    private readonly Outdoor _outdoor;
    private readonly BuildingReport _buildings;
    private readonly AnomalyReport _anomalies;
    private readonly HourlyUse _hours;
    private readonly TimedReport _timed;
    private readonly Func<SupplyBook> _supply;
    private readonly IImports _imports;
    private readonly Cached<string> _cached = new(Keep, TimeProvider.System);

    internal EstateReport(
        ITownRegistry registry, (RegisterHours Hours, EnergyFigures Figures, IHistory History) energy, IImports imports, FactorSet factors, EstateOptions options, TimeProvider clock)
    {
        (_registry, _imports, _factors, _clock, Zone) = (registry, imports, factors, clock, options.Zone);
        var imported = new ImportedDays(imports, Zone);
        _energy = new EnergyDays(energy.Hours, energy.History, imported, Zone);
        _outdoor = new Outdoor(imports, options.Station, Zone);
        (_timed, _supply) = (new TimedReport(imports), options.Supply);
        var (hours, openings) = (_hours = new HourlyUse(energy.Figures, _energy, imports, Zone), new Openings(imported, options.SchoolZone));
        _buildings = new BuildingReport(_energy, imported, _outdoor, new ClimateMean(_outdoor), (hours, openings), options);
        _anomalies = new AnomalyReport(_energy, hours, imported, _buildings, openings, Zone);
    }

    /// <inheritdoc />
    public TimeZoneInfo Zone { get; }

    /// <inheritdoc />
    public DateOnly Today => CivilDays.Of(_clock.GetUtcNow(), Zone);

    /// <inheritdoc />
    public EstateFigures Of(EstatePeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return _cached.Get(string.Create(CultureInfo.InvariantCulture, $"{period.From:O} {period.To:O} {_imports.Edition()}"), () => Compute(period));
    }

    /// <inheritdoc />
    public IReadOnlyList<DayEnergy> Days(Building building, Carrier carrier, DateOnly from, DateOnly to) =>
        _energy.Of(_registry.Current, building, carrier, from, to, _clock.GetUtcNow());

    /// <inheritdoc />
    public IReadOnlyList<DayEnergy>? BoilerHeat(Building building, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(building);
        var town = _registry.Current;
        return _energy.HasBoilerHeat(town, building) ? _energy.BoilerHeat(town, building, from, to, _clock.GetUtcNow()) : null;
    }

    /// <inheritdoc />
    public EstateYears Years() => _cached.Get(string.Create(CultureInfo.InvariantCulture, $"years {Today.Year} {_imports.Edition()}"), ComputeYears);

    /// <inheritdoc />
    public IReadOnlyList<(Carrier Carrier, AvoidedEnergy Savings)> Gains(EnergyAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var town = _registry.Current;
        return action.Done is { } done && town.Buildings.FirstOrDefault(one => one.Id == action.Building) is { } building
            ? _buildings.Gains(town, building, new EstatePeriod("", done, Earlier(Today, done.AddYears(1))), _clock.GetUtcNow())
            : [];
    }

    /// <inheritdoc />
    public TemperatureModel? Baseline(Building building, Carrier carrier)
    {
        ArgumentNullException.ThrowIfNull(building);
        return _buildings.Baseline(_registry.Current, building, carrier, Today, _clock.GetUtcNow()) is { Gate.Passed: true } found ? found.Model : null;
    }

    /// <inheritdoc />
    public IReadOnlyList<BuildingAnomaly> Anomalies() => _cached.Get(
        string.Create(CultureInfo.InvariantCulture, $"anomalies {Today:O} {_imports.Edition()}"), () => _anomalies.Of(_registry.Current, Today, _clock.GetUtcNow()));

    /// <inheritdoc />
    public IReadOnlyList<BuildingDrift> Drifts() => _cached.Get<IReadOnlyList<BuildingDrift>>(
        string.Create(CultureInfo.InvariantCulture, $"drifts {Today:O} {_imports.Edition()}"),
        () => [.. _registry.Current.Buildings.Select(building => _buildings.Drift(_registry.Current, building, Today, _clock.GetUtcNow())).OfType<BuildingDrift>()]);

    /// <inheritdoc />
    public IReadOnlyList<EstatePeriod> Periods()
    {
        var (today, first) = (Today, FirstDay());
        List<EstatePeriod> periods = [EstatePeriod.Parse(null, today)];
        periods.AddRange(Enumerable.Range(first.Year, today.Year - first.Year + 1).Reverse().Select(year => EstatePeriod.Parse(year.ToString(CultureInfo.InvariantCulture), today)));
        for (var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-1); month >= first && periods.Count < 30; month = month.AddMonths(-1))
        {
            periods.Add(EstatePeriod.Parse(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), today));
        }

        return periods;
    }

    private EstateFigures Compute(EstatePeriod period)
    {
        var (town, now) = (_registry.Current, _clock.GetUtcNow());
        var buildings = town.Buildings.Select(building => _buildings.Of(town, building, period, now))
            .OrderByDescending(one => one.Energy.Total.Problem == FigureProblem.None ? one.Energy.Total.Value : -1).ToList();
        var (energy, before) = (Sum("kWh", buildings, one => one.Energy.Total, period), Sum("kWh", buildings, one => one.EnergyBefore.Total, period.Before));
        var (cost, costBefore) = (Sum("EUR", buildings, one => one.Cost, period), Sum("EUR", buildings, one => one.CostBefore, period.Before));
        var carbon = Carbon(town, period, now);
        return new EstateFigures
        {
            Period = period,
            Buildings = buildings,
            Energy = energy,
            EnergyBefore = before,
            Change = Comparison.Change(energy, before),
            AdjustedChange = Comparison.Change(
                Sum("kWh", buildings, one => one.Adjusted, period), Sum("kWh", buildings, one => one.AdjustedBefore, period.Before)),
            Carbon = carbon,
            MarketBased = MarketReport.Of(
                _supply(), [.. buildings.Where(one => one.Days.ContainsKey(Carrier.Electricity)).Select(one => (one.Building, one.Days[Carrier.Electricity]))], period, Zone),
            Timed = Timed(town, buildings, period, now),
            CarbonChange = Comparison.Change(carbon.Total, Carbon(town, period.Before, now).Total),
            Cost = cost,
            CostChange = Comparison.Change(cost, costBefore),
            ToCheck = [.. buildings.SelectMany(one => one.Energy.ByCarrier.Where(part => part.Value.Coverage < EnergyDays.GoodCoverage).Select(part => $"{one.Building.Name} · {part.Key}"))],
            Station = _outdoor.Station,
        };
    }

    /// <summary>Emissions of every building and carrier, year by year, so that each year has its factor.</summary>
    private Inventory Carbon(Town town, EstatePeriod period, DateTimeOffset now)
    {
        var activities =
            from building in town.Buildings
            from carrier in Enum.GetValues<Carrier>()
            where carrier != Carrier.None && _energy.Has(town, building, carrier)
            from year in Enumerable.Range(period.From.Year, period.To.AddDays(-1).Year - period.From.Year + 1)
            let start = Later(period.From, new DateOnly(year, 1, 1))
            let end = Earlier(period.To, new DateOnly(year + 1, 1, 1))
            let figure = PeriodSum.Of(_energy.Of(town, building, carrier, start, end, now), carrier, building.Name, Zone)
            select Activity.Of(building.Name, carrier, figure);
        return Inventory.Of([.. activities], _factors, Zone);
    }

    private IReadOnlyList<TimedGrid> Timed(Town town, List<BuildingPeriod> buildings, EstatePeriod period, DateTimeOffset now) => !_timed.Knows ? [] : _timed.Of(
    [
        .. buildings.Where(one => one.Days.ContainsKey(Carrier.Electricity))
            .Select(one => (one.Building.Name, _hours.Of(town, one.Building, Carrier.Electricity, period.From, period.To, now))),
    ]);

    private EstateYears ComputeYears()
    {
        var (town, now, today) = (_registry.Current, _clock.GetUtcNow(), Today);
        var years = Enumerable.Range(FirstDay().Year, Math.Max(0, today.Year - FirstDay().Year))
            .Select(year => Year(town, year, now)).Where(year => year.Measured.Problem == FigureProblem.None).ToList();
        var reference = years.FirstOrDefault(year => year.Adjusted is { Problem: FigureProblem.None, Coverage: >= EnergyDays.GoodCoverage });
        return new EstateYears(years, reference?.Year, reference?.Adjusted.Value ?? double.NaN);
    }

    private TrajectoryYear Year(Town town, int year, DateTimeOffset now)
    {
        var period = new EstatePeriod(year.ToString(CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        var parts = town.Buildings.Select(building => _buildings.FinalEnergy(town, building, period, now)).Where(part => part.Measured.Problem != FigureProblem.NoMeter).ToList();
        return parts.Count == 0
            ? new(year, Refused(period), Refused(period))
            : new(year, FigureSum.Of(BuildingReport.Final, parts.ConvertAll(part => part.Measured)), FigureSum.Of(BuildingReport.Final, parts.ConvertAll(part => part.Adjusted)));
    }

    private Figure Refused(EstatePeriod period) =>
        Figure.Refused(BuildingReport.Final, CivilDays.Start(period.From, Zone), CivilDays.Start(period.To, Zone), FigureProblem.NoMeter);

    private Figure Sum(string unit, List<BuildingPeriod> buildings, Func<BuildingPeriod, Figure> of, EstatePeriod period)
    {
        var parts = buildings.Select(one => (one.Building.Name, Figure: of(one))).Where(part => part.Figure.Problem != FigureProblem.NoMeter)
            .Select(part => part.Figure with
            {
                Lines = [new FigureLine(part.Name, part.Figure.Value, unit, null, part.Figure.Value)],
                Missing = part.Figure.Problem == FigureProblem.None && part.Figure.Missing.Count == 0 ? [] : [part.Name],
            }).ToList();
        return parts.Count == 0
            ? Figure.Refused(unit, CivilDays.Start(period.From, Zone), CivilDays.Start(period.To, Zone), FigureProblem.NoMeter)
            : FigureSum.Of(unit, parts);
    }

    private DateOnly FirstDay() => _registry.Current.Buildings
        .SelectMany(building => new[] { Carrier.Electricity, Carrier.NaturalGas }.Select(carrier => _energy.FirstImported(building, carrier)))
        .OfType<DateOnly>().Append(Today).Min();

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
