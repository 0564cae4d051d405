using System.Text.Json;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Imports;

/// <summary>Files of public producers, read in place with a mapping each; sums against their published or computed results.</summary>
public sealed class PublicFilesTests
{
    [Fact]
    public void Lyon_QuarterHours_KnownSlotsAndNotAvailable()
    {
        var folder = SharedData.Find("lyon-metropole");
        using var bench = new ImportBench();
        var expected = Json(folder, "expected.json").GetProperty("2018");

        var outcome = bench.Run(Path.Combine(folder, "elec_15min_2018.csv.gz"), """
            kind: power
            time: { column: date, clock: heure, step: 15min }
            values: [ { column: mw, unit: MW, building: lyon, carrier: Electricity } ]
            """);

        Assert.Equal((35040, 0), (outcome.Rows, outcome.Refused.Count));
        Assert.Equal(expected.GetProperty("not_numeric").GetInt32(), outcome.Missing);
        Assert.Equal(35040 - 1039, outcome.Added);
        Assert.Equal(expected.GetProperty("energy_mwh_known").GetDouble(), outcome.Series[0].Sum / 1000, 1e-3);
    }

    [Fact]
    public void Rte_HalfHours_TheHourThatNeverWasIsRefused()
    {
        var folder = SharedData.Find("rte-conso-nationale");
        using var bench = new ImportBench();

        var outcome = bench.Run(Path.Combine(folder, "conso_30min_2018.csv.gz"), """
            kind: power
            time: { column: date, clock: heure, step: 30min }
            values: [ { column: mw, unit: MW, building: france, carrier: Electricity } ]
            """);

        Assert.Equal(365 * 48, outcome.Rows);
        Assert.Equal(["02:00", "02:30"], outcome.Refused.Select(row => row.Reason[..5]));
        Assert.Equal(outcome.Rows - 2, outcome.Added);
    }

    [Fact]
    public void Sceaux_Days_SumToThePublishedTotal()
    {
        var folder = SharedData.Find("household-sceaux");
        using var bench = new ImportBench();

        var outcome = bench.Run(Path.Combine(folder, "daily_2006_2009.csv"), """
            kind: energy
            time: { column: date, step: 1d }
            values: [ { column: energy_kwh, unit: kWh, building: maison, carrier: Electricity } ]
            """);

        Assert.Equal(1112, outcome.Added);
        Assert.Equal(29298.3642, bench.All("energy/maison/Electricity").Sum(value => value.Value), 1e-6);
    }

    [Fact]
    public void Sceaux_Minutes_PowerBecomesEnergy()
    {
        var folder = SharedData.Find("household-sceaux");
        using var bench = new ImportBench();
        var expected = Json(folder, "expected_minutes.json");

        bench.Run(Path.Combine(folder, "minute_2007-02-01_02.csv.gz"), """
            kind: power
            time: { column: date, clock: time, step: 1min }
            values: [ { column: global_active_power_kw, unit: kW, building: maison, carrier: Electricity } ]
            """);
        var days = bench.All("energy/maison/Electricity").GroupBy(value => CivilDays.Of(value.From, SmallTown.Paris));

        Assert.Equal(
            expected.EnumerateObject().Where(day => day.Value.ValueKind == JsonValueKind.Object && day.Value.TryGetProperty("kwh", out _)).Select(day => Math.Round(day.Value.GetProperty("kwh").GetDouble(), 3)),
            days.Select(day => Math.Round(day.Sum(value => value.Value), 3)));
    }

    [Fact]
    public void Denmark_Register_BecomesReadingsWithTheSameMonths()
    {
        var folder = SharedData.Find("heat-meter-dk");
        using var bench = new ImportBench();
        var expected = Json(folder, "expected.json");
        var meter = new Point
        {
            Id = new PointId(new EquipmentId("dk", "import", "660"), "energy.heat"),
            Quantity = Quantity.Energy,
            Unit = "kWh",
            Accumulation = Accumulation.Counter,
            Carrier = Carrier.Electricity,
            Heartbeat = TimeSpan.FromHours(1),
        };
        const string Mapping =
            """
            kind: register
            time: { column: time_utc }
            values: [ { column: energy_heat_kwh, unit: kWh, point: dk/import/660/energy.heat } ]
            """;

        var outcome = bench.Run(Path.Combine(folder, "heat_register_hourly_2018_2019.csv.gz"), Mapping);
        var again = bench.Run(Path.Combine(folder, "heat_register_hourly_2018_2019.csv.gz"), Mapping);
        using var hours = new RegisterHours(bench.History, new Analytics.History.HistoryNews(), SmallTown.Paris);
        foreach (var month in expected.GetProperty("monthly_kwh_local").EnumerateObject())
        {
            var first = DateOnly.ParseExact(month.Name + "-01", "yyyy-MM-dd", null);
            var sum = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month))
                .SelectMany(day => hours.Of(meter, first.AddDays(day), new(2020, 1, 10, 0, 0, 0, TimeSpan.Zero))).Sum(hour => hour.Amount);
            Assert.Equal(month.Value.GetDouble(), sum, 1e-3);
        }

        Assert.Equal((17473, 0, 0), (outcome.Added, outcome.Refused.Count, outcome.Missing));
        Assert.Equal((0, 17473), (again.Added, again.Same));
    }

    [Fact]
    public void Departments_OneOfManyStations_ByColumn()
    {
        var folder = SharedData.Find("temperature-fr-departements");
        using var bench = new ImportBench();

        var outcome = bench.Run(Path.Combine(folder, "tmin_tmax_tmoy_2018_2019.csv.gz"), """
            kind: weather
            only: { dep: "69" }
            time: { column: date, step: 1d }
            values:
              - { column: tmin, station: "dep-{dep}", what: tn }
              - { column: tmax, station: "dep-{dep}", what: tx }
            """);

        Assert.Equal((70080, 70080 - 730, 1460), (outcome.Rows, outcome.PassedOver, outcome.Added));
        Assert.Equal(730, bench.All("weather/dep-69/tn").Count);
    }

    [Fact]
    public void Synop_TenStations_TemperaturesAndExtremes()
    {
        var folder = SharedData.Find("synop-meteofrance");
        using var bench = new ImportBench();

        var outcome = bench.Run(Path.Combine(folder, "synop_temp_3h_2015_2018.csv.gz"), """
            kind: weather
            time: { column: time_utc }
            values:
              - { column: t_c, station: "{station}", what: t }
              - { column: tn12_c, station: "{station}", what: tn12 }
              - { column: tx12_c, station: "{station}", what: tx12 }
            """);

        Assert.Equal((116451, 0), (outcome.Rows, outcome.Refused.Count));
        Assert.Equal(30, outcome.Series.Count);
        Assert.InRange(outcome.Series.Single(series => series.Name == "weather/07481/tn12").Added, 2 * 1400, 2 * 1461);
    }

    [Fact]
    public void Calendars_HolidaysAndSchoolHolidays()
    {
        var folder = SharedData.Find("calendar-fr");
        using var bench = new ImportBench();

        var holidays = bench.Run(Path.Combine(folder, "jours_feries_2006_2031.csv"), """
            kind: calendar
            note: name
            only: { zone: metropole }
            time: { column: date, step: 1d }
            values: [ { calendar: public, zone: metropole } ]
            """);
        var school = bench.Run(Path.Combine(folder, "vacances_scolaires_zones_2010_2026.csv"), """
            kind: calendar
            note: holiday
            time: { column: first_day, to: last_day }
            values: [ { calendar: school, zone: "{zone}" } ]
            """);

        // In 2008 Ascension fell on the first of May: one day, named once.
        Assert.Equal(((26 * 11) - 1, 1), (holidays.Added, holidays.Refused.Count));
        Assert.Equal((264, 3), (school.Added + school.Same + school.Refused.Count, school.Series.Count));
        Assert.Contains(bench.All("calendar/public/metropole"), day => day.Note == "Toussaint" && CivilDays.Of(day.From, SmallTown.Paris) == new DateOnly(2025, 11, 1));
    }

    private static JsonElement Json(string folder, string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name))).RootElement;
}
