using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>The figures pages show: registers of the registry, hours of the history, factors of the set.</summary>
internal sealed class Figures(
    ITownRegistry registry, EnergyFigures energy, PowerFigures power, FactorSet factors, TimeZoneInfo zone, TimeProvider clock) : IFigures
{
    private readonly Cached<string> _cached = new(TimeSpan.FromSeconds(2), TimeProvider.System);

    /// <inheritdoc />
    public TimeZoneInfo Zone => zone;

    /// <inheritdoc />
    public BuildingFigures Building(Building building)
    {
        ArgumentNullException.ThrowIfNull(building);
        return Town().Buildings.FirstOrDefault(one => one.Building.Id == building.Id && one.Building.Municipality == building.Municipality)
            ?? Of(registry.Current, building, clock.GetUtcNow());
    }

    /// <inheritdoc />
    public TownFigures Town() => _cached.Get("town", () => Sum(registry.Current, clock.GetUtcNow()));

    /// <inheritdoc />
    public ItFigures It() => _cached.Get("it", () => new ItReport(energy, power, factors, zone).Of(registry.Current, clock.GetUtcNow()));

    /// <inheritdoc />
    public IReadOnlyList<Figure> Hourly(Building building, Carrier carrier, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(building);
        var town = registry.Current;
        var now = clock.GetUtcNow();
        if (!town.MainOf(building).TryGetValue(carrier, out var registers))
        {
            return [.. Edges(from, to).Select(hour => Figure.Refused("kWh", hour.From, hour.To, FigureProblem.NoMeter))];
        }

        var byRegister = registers.Select(point => (Label: town.Label(point), Hours: energy.Hours(point, from, to, now))).ToList();
        return
        [
            .. byRegister[0].Hours.Select((hour, place) => FigureSum.Of(
                "kWh", [.. byRegister.Select(register => OfHour(register.Label, register.Hours[place], carrier))])),
        ];
    }

    private static Figure OfHour(string label, Slice hour, Carrier carrier) => hour.Known == TimeSpan.Zero
        ? Figure.Refused("kWh", hour.From, hour.To, FigureProblem.NoReading) with { Missing = [label] }
        : new Figure
        {
            Value = hour.Amount,
            Unit = "kWh",
            From = hour.From,
            To = hour.To,
            Coverage = hour.Coverage,
            Estimated = hour.Estimated,
            Lines = [new FigureLine(label, hour.Amount, CarrierWords.Unit(carrier), null, hour.Amount)],
        };

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Edges(DateTimeOffset from, DateTimeOffset to) =>
        CivilDays.Touched(from, to, zone)
            .Select(day => CivilDays.HourEdges(day, zone))
            .SelectMany(edges => edges.Zip(edges.Skip(1)))
            .Where(hour => hour.First >= from && hour.First < to)
            .Select(hour => (hour.First, hour.Second));

    private BuildingFigures Of(Town town, Building building, DateTimeOffset now)
    {
        var registers = town.MainOf(building);
        var today = CivilDays.Of(now, zone);
        var (midnight, first) = (CivilDays.Start(today, zone), CivilDays.Start(CivilDays.MonthOf(today), zone));
        var (day, month) = (
            energy.ByCarrier(registers, town.Label, midnight, now),
            energy.ByCarrier(registers, town.Label, first, now));
        return new BuildingFigures
        {
            Building = building,
            PowerNow = power.Of(town, registers.GetValueOrDefault(Carrier.Electricity) ?? [], now),
            Today = day,
            Month = month,
            CarbonToday = Carbon(day, today.Year),
            CarbonMonth = Carbon(month, today.Year),
        };
    }

    private Figure Carbon(EnergyByCarrier energies, int year) => energies.ByCarrier.Count == 0
        ? Figure.Refused(LocationBased.Unit, energies.Total.From, energies.Total.To, FigureProblem.NoMeter)
        : LocationBased.Of(energies.ByCarrier, year, factors);

    private TownFigures Sum(Town town, DateTimeOffset now)
    {
        var buildings = town.Buildings.Select(building => Of(town, building, now)).ToList();
        return new TownFigures
        {
            Buildings = buildings,
            PowerNow = Total("W", now, buildings, building => building.PowerNow),
            EnergyToday = Total("kWh", now, buildings, building => building.Today.Total),
            EnergyMonth = Total("kWh", now, buildings, building => building.Month.Total),
            CarbonToday = Total(LocationBased.Unit, now, buildings, building => building.CarbonToday),
            CarbonMonth = Total(LocationBased.Unit, now, buildings, building => building.CarbonMonth),
        };
    }

    /// <summary>The buildings' own figures added, a line a building; a building without such a meter is no part of the sum.</summary>
    private static Figure Total(string unit, DateTimeOffset now, List<BuildingFigures> buildings, Func<BuildingFigures, Figure> of)
    {
        var parts = buildings
            .Select(building => (building.Building.Name, Figure: of(building)))
            .Where(part => part.Figure.Problem != FigureProblem.NoMeter)
            .Select(part => part.Figure with
            {
                Lines = [new FigureLine(part.Name, part.Figure.Value, unit, null, part.Figure.Value)],
                Missing = part.Figure.Problem == FigureProblem.None && part.Figure.Missing.Count == 0 ? [] : [part.Name],
            })
            .ToList();
        return parts.Count == 0 ? Figure.Refused(unit, now, now, FigureProblem.NoMeter) : FigureSum.Of(unit, parts);
    }
}
