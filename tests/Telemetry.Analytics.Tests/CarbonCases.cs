using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Tertiary;
using Telemetry.Model.Energy;
using static Telemetry.Analytics.Tests.IndicatorCases;

namespace Telemetry.Analytics.Tests;

/// <summary>The small cases of <c>cases/indicator-cases</c>: carbon and the tertiary regulation.</summary>
public sealed class CarbonCases
{
    private static readonly (string Word, Carrier Carrier)[] Carriers =
    [
        ("electricity", Carrier.Electricity), ("natural_gas", Carrier.NaturalGas), ("fuel_oil", Carrier.FuelOil),
        ("wood_pellets", Carrier.WoodPellets), ("district_heat", Carrier.DistrictHeat),
    ];

    [Theory]
    [MemberData(nameof(Of), "inventory", MemberType = typeof(IndicatorCases))]
    public void Inventory_ByCarrier(int place)
    {
        var (input, expected) = Case("inventory", place);
        var year = input.GetProperty("year").GetInt32();
        var from = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(1));
        Activity One(string name, Carrier carrier, string unit) => new(name, carrier, Number(input, name), unit, from, from.AddYears(1));
        EmissionFactor Own(string name, Carrier carrier) =>
            new() { Id = name, Carrier = carrier, Value = Number(input, name), Unit = carrier == Carrier.DistrictHeat ? "kgCO2e/kWh delivered" : "kgCO2e/kWh", Perimeter = "case", Year = year, Source = "case" };

        var inventory = Inventory.Of(
            [
                One("electricity_kwh", Carrier.Electricity, "kWh") with { Own = Own("electricity_factor", Carrier.Electricity) },
                One("natural_gas_kwh_pcs", Carrier.NaturalGas, "kWh PCS"),
                One("fuel_oil_litres", Carrier.FuelOil, "L"),
                One("wood_pellets_kwh_pci", Carrier.WoodPellets, "kWh PCI"),
                One("district_heat_kwh", Carrier.DistrictHeat, "kWh") with { Own = Own("district_heat_factor", Carrier.DistrictHeat) },
            ],
            FactorFile.Shipped,
            SmallTown.Paris);

        Assert.All(Carriers, carrier => Close(Number(expected.GetProperty("kg_co2e"), carrier.Word), inventory.Of(carrier.Carrier)));
        Close(Number(expected, "kg_co2e_total"), inventory.Total.Value);
        Close(Number(expected, "kg_co2e_total"), inventory.Total.Lines.Sum(line => line.Result));
        Close(Number(expected, "final_energy_kwh_pci_total"), inventory.FinalEnergy.Value);
        Assert.Empty(inventory.Total.Missing);
    }

    [Theory]
    [MemberData(nameof(Of), "primary", MemberType = typeof(IndicatorCases))]
    public void PrimaryEnergy_ByDateOfAssessment(int place)
    {
        var (input, expected) = Case("primary", place);
        var date = DateOnly.Parse(input.GetProperty("date").GetString()!, null);

        var figure = PrimaryEnergy.Of(Energy(Number(input, "electricity_kwh")), [Energy(Number(input, "other_final_kwh"))], date);

        Close(Number(expected, "coefficient"), PrimaryEnergy.At(date).Value);
        Close(Number(expected, "primary_kwh"), figure.Value);
    }

    [Theory]
    [MemberData(nameof(Of), "trajectory", MemberType = typeof(IndicatorCases))]
    public void Trajectory_Relative(int place)
    {
        var (input, expected) = Case("trajectory", place);
        var path = new Trajectory(
            input.GetProperty("reference_year").GetInt32(), Number(input, "reference_kwh"), input.GetProperty("year").GetInt32(), Number(input, "consumption_kwh"));

        Assert.All([2030, 2040, 2050], year => Close(Number(expected, $"target_{year}_kwh"), path.Target(year)));
        Close(Number(expected, "change_since_reference"), path.Change);
        Close(Number(expected, "share_of_2030_effort_done"), path.EffortDone);
        Close(Number(expected, "indicative_linear_path_kwh"), path.Path);
        Close(Number(expected, "gap_to_path_kwh"), path.Gap);
        Close(Number(expected, "kwh_per_m2"), Intensity.Of(Energy(path.KWh), Number(input, "area_m2"), "m²").Value);
    }

    [Theory]
    [MemberData(nameof(Of), "cabs_offices", MemberType = typeof(IndicatorCases))]
    public void Cabs_Offices(int place)
    {
        var (input, expected) = Case("cabs_offices", place);
        var activities = input.GetProperty("activities").EnumerateArray().Select((one, at) =>
            new OfficeActivity($"{at}", Number(one, "area_m2"), Number(one, "cvc"), Number(one, "use_standard"))
            {
                Occupancy = Number(one, "occupancy"),
                OccupancyStandard = Number(one, "occupancy_standard"),
                M2PerPost = Number(one, "m2_per_post"),
                M2PerPostStandard = Number(one, "m2_per_post_standard"),
                Hours = Number(one, "hours"),
                HoursStandard = Number(one, "hours_standard"),
            }).ToList();
        var from = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var site = CabsThreshold.Of(activities, from, from.AddYears(1));

        Assert.All(Numbers(expected.GetProperty("use_modulated")).Zip(activities), pair => Close(pair.First, pair.Second.UseModulated));
        Assert.All(Numbers(expected.GetProperty("cabs")).Zip(activities), pair => Close(pair.First, pair.Second.Cabs));
        Close(Number(expected, "cabs_site_kwh_m2"), site.Value);
        Close(Number(expected, "threshold_kwh"), site.Value * activities.Sum(activity => activity.AreaM2));
        Assert.All(site.Lines, line => Assert.Equal(LineNote.Estimate, line.Note));
    }

    [Theory]
    [MemberData(nameof(Of), "timed_carbon", MemberType = typeof(IndicatorCases))]
    public void TimedCarbon_QuarterHours(int place)
    {
        var (input, expected) = Case("timed_carbon", place);
        var (start, step) = (new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(Number(input, "step_minutes")));
        var energies = Numbers(input.GetProperty("mean_kw")).Select((kW, at) => new EnergyStep(start + (at * step), start + ((at + 1) * step), kW * step.TotalHours)).ToList();
        var grid = new IntensitySeries(
            "case", IntensityPerimeter.DirectProduction, step, [.. Numbers(input.GetProperty("g_per_kwh")).Select((g, at) => new IntensityPoint(start + (at * step), g))]);

        var carbon = TimedCarbon.Of(energies, grid, step);

        Close(Number(expected, "kwh"), carbon.Emissions.Lines.Sum(line => line.Quantity));
        Close(Number(expected, "kg_co2e"), carbon.Emissions.Value);
        Close(Number(expected, "load_weighted_g"), carbon.LoadWeightedGrams);
        Close(Number(expected, "simple_mean_g"), carbon.MeanGrams);
        Assert.Equal(1, carbon.Emissions.Coverage, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Of), "tete_score", MemberType = typeof(IndicatorCases))]
    public void CommuneIndicator_Score(int place)
    {
        var (input, expected) = Case("tete_score", place);
        var indicator = new CommuneIndicator("case", "", Number(input, "limit"), Number(input, "target"));

        Close(Number(expected, "score"), indicator.Score(Number(input, "value")));
        Assert.Contains(CommuneIndicator.All, one => (one.Limit, one.Target) == (indicator.Limit, indicator.Target));
    }

    /// <summary>No formula of the file is left without a test.</summary>
    [Fact]
    public void Cases_EveryFormula_HasItsTest()
    {
        var tested = typeof(CarbonCases).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(MemberDataAttribute), inherit: false).Cast<MemberDataAttribute>())
            .Where(data => data.MemberType == typeof(IndicatorCases))
            .Select(data => (string)data.Arguments[0]!).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(All.EnumerateObject().Select(formula => formula.Name).Where(name => !tested.Contains(name) && name != "note"));
    }

    private static Figure Energy(double kWh) => new() { Value = kWh, Unit = "kWh", From = DateTimeOffset.UnixEpoch.AddYears(54), To = DateTimeOffset.UnixEpoch.AddYears(55), Coverage = 1 };
}
