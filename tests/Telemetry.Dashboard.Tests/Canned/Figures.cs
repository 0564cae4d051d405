using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Reports;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>Figures the pages are tried with: one hour of each day is missing, the nursery has no power meter.</summary>
internal sealed class Figures(Noon clock, Valmont town) : IFigures
{
    private static readonly EmissionFactor Electricity = new()
    {
        Id = "elec", Carrier = Carrier.Electricity, Value = 0.0520, Unit = "kgCO2e/kWh", Perimeter = "Amont et combustion", Year = 2024, Source = "Base Empreinte",
    };

    private static readonly EmissionFactor Gas = new()
    {
        Id = "gaz", Carrier = Carrier.NaturalGas, Value = 0.2151, Unit = "kgCO2e/kWh PCS", Perimeter = "Amont et combustion", Year = 2024, Source = "Base Empreinte",
    };

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public bool Broken { get; set; }

    public BuildingFigures Building(Building building)
    {
        var size = building.FloorAreaM2!.Value / 100;
        return new()
        {
            Building = building,
            PowerNow = building.Id == "creche-les-lutins" ? Figure.Refused("W", clock.Now, clock.Now, FigureProblem.NoMeter) : One(size * 150, "W"),
            Today = Energy(size * 2, size * 9, 0.97),
            Month = Energy(size * 48, size * 190, 0.99),
            CarbonToday = Carbon(size * 2, size * 9),
            CarbonMonth = Carbon(size * 48, size * 190),
        };
    }

    public TownFigures Town()
    {
        if (Broken)
        {
            throw new InvalidOperationException("The figures are broken on purpose.");
        }

        var all = town.Current.Buildings.Select(Building).ToList();
        Figure Sum(Func<BuildingFigures, Figure> part, string unit) => all.Count == 0
            ? Figure.Refused(unit, clock.Now, clock.Now, FigureProblem.NoMeter)
            : One(all.Select(part).Where(one => one.Problem == FigureProblem.None).Sum(one => one.Value), unit);
        return new()
        {
            Buildings = all,
            PowerNow = Sum(one => one.PowerNow, "W"),
            EnergyToday = Sum(one => one.Today.Total, "kWh") with { Coverage = all.Count == 0 ? 0 : 0.97 },
            EnergyMonth = Sum(one => one.Month.Total, "kWh"),
            CarbonToday = Sum(one => one.CarbonToday, "kgCO2e"),
            CarbonMonth = Sum(one => one.CarbonMonth, "kgCO2e"),
        };
    }

    public ItFigures It() => new()
    {
        Equipment =
        [
            new(Valmont.Pdu, One(842, "W"), One(11.8, "kWh"), One(438, "kWh")),
            new(Valmont.Cooling, One(410, "W"), One(5.1, "kWh"), Figure.Refused("kWh", clock.Now, clock.Now, FigureProblem.NoReading)),
        ],
        PowerNow = One(1252, "W"),
        EnergyToday = One(16.9, "kWh"),
        EnergyMonth = One(438, "kWh") with { Coverage = 0.5 },
        CarbonToday = One(0.88, "kgCO2e"),
        CarbonMonth = One(22.8, "kgCO2e"),
        PueToday = One(1.43, ""),
    };

    public IReadOnlyList<Figure> Hourly(Building building, Carrier carrier, DateTimeOffset from, DateTimeOffset to) =>
    [
        .. Enumerable.Range(0, (int)(to - from).TotalHours).Select(hour =>
        {
            var start = from.AddHours(hour);
            return hour == 3 || start > clock.Now
                ? Figure.Refused("kWh", start, start.AddHours(1), FigureProblem.NoReading)
                : new Figure { Value = 4.25 + (hour * 0.5), Unit = "kWh", From = start, To = start.AddHours(1), Coverage = 1 };
        }),
    ];

    private Figure One(double value, string unit) => new() { Value = value, Unit = unit, From = Midnight(), To = clock.Now, Coverage = 1 };

    private static DateTimeOffset Midnight() => new(2026, 11, 21, 23, 0, 0, TimeSpan.Zero);

    private EnergyByCarrier Energy(double electricity, double gas, double coverage) => new(
        new Dictionary<Carrier, Figure> { [Carrier.Electricity] = One(electricity, "kWh"), [Carrier.NaturalGas] = One(gas, "kWh") },
        One(electricity + gas, "kWh") with
        {
            Coverage = coverage,
            Lines = [new("Électricité", electricity, "kWh", null, electricity), new("Gaz naturel", gas, "kWh PCS", null, gas)],
        });

    private Figure Carbon(double electricity, double gas) => One((electricity * Electricity.Value) + (gas * Gas.Value), "kgCO2e") with
    {
        Lines =
        [
            new("Électricité", electricity, "kWh", Electricity, electricity * Electricity.Value),
            new("Gaz naturel", gas, "kWh PCS", Gas, gas * Gas.Value),
        ],
    };
}
