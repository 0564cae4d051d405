using System.Globalization;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>Carbon intensity of the French grid: éCO2mix (produced, direct) and Electricity Maps (consumed, direct and life cycle).</summary>
public sealed class GridIntensityTests
{
    [Fact]
    public void Eco2mix_FourWeeks_ConstantLoad()
    {
        const string Name = "eco2mix-national";
        var expected = SharedData.Expected(Name);
        var rows = SharedData.Rows(Name, "eco2mix_national_tr_2021-12-01_24.csv.gz")
            .Select(row => (At: SharedData.Instant(row[0]), MW: SharedData.Number(row[1]), Grams: SharedData.Number(row[14]))).ToList();
        var step = TimeSpan.FromMinutes(15);
        var grid = new IntensitySeries("éCO2mix", IntensityPerimeter.DirectProduction, step, [.. rows.Select(row => new IntensityPoint(row.At, row.Grams))]);
        TimedCarbon Of(Func<int, bool> hours) => TimedCarbon.Of(
            [.. rows.Select(row => new EnergyStep(row.At, row.At + step, hours(Local(row.At)) ? 2.5 : 0))], grid, step);

        var flat = Of(_ => true);
        Assert.Equal(expected.GetProperty("rows").GetInt32(), rows.Count);
        Reproduction.Same("éCO2mix: simple mean g/kWh", expected.GetProperty("simple_mean_g").GetDouble(), flat.MeanGrams);
        Reproduction.Same("éCO2mix: constant 10 kW, kgCO2", expected.GetProperty("flat_10kw_kg").GetDouble(), flat.Emissions.Value);
        Reproduction.Same("éCO2mix: 10 kW from 6 to 22 h, kgCO2", expected.GetProperty("flat_10kw_hp_06_22_kg").GetDouble(), Of(hour => hour is >= 6 and < 22).Emissions.Value);
        Reproduction.Same("éCO2mix: 10 kW from 22 to 6 h, kgCO2", expected.GetProperty("flat_10kw_hc_kg").GetDouble(), Of(hour => hour is < 6 or >= 22).Emissions.Value);
        var national = TimedCarbon.Of([.. rows.Select(row => new EnergyStep(row.At, row.At + step, row.MW * 250))], grid, step);
        Reproduction.Same("éCO2mix: consumption-weighted mean g/kWh", expected.GetProperty("consumption_weighted_mean_g").GetDouble(), national.LoadWeightedGrams);
        Reproduction.Same("éCO2mix: energy MWh", expected.GetProperty("energy_mwh").GetDouble(), national.Emissions.Lines[0].Quantity / 1000);
        foreach (var day in expected.GetProperty("daily_mean_g").EnumerateObject())
        {
            var inside = rows.Where(row => CivilDays.Of(row.At, SmallTown.Paris) == SharedData.Day(day.Name)).ToList();
            Reproduction.Same($"éCO2mix: mean g/kWh of {day.Name}", day.Value.GetDouble(), TimedCarbon.Of([.. inside.Select(row => new EnergyStep(row.At, row.At + step, 1))], grid, step).MeanGrams);
        }

        foreach (var hour in expected.GetProperty("hourly_mean_g").EnumerateObject())
        {
            var inside = rows.Where(row => Local(row.At) == int.Parse(hour.Name, CultureInfo.InvariantCulture)).ToList();
            Reproduction.Same($"éCO2mix: mean g/kWh at {hour.Name} h", hour.Value.GetDouble(), TimedCarbon.Of([.. inside.Select(row => new EnergyStep(row.At, row.At + step, 1))], grid, step).LoadWeightedGrams);
        }
    }

    [Fact]
    public void ElectricityMaps_NineMonths_ConstantLoad()
    {
        const string Name = "electricitymaps-fr";
        var expected = SharedData.Expected(Name);
        var rows = SharedData.Rows(Name, "fr_hourly_2022_01_09.csv.gz")
            .Select(row => (At: SharedData.Instant(row[0]), Direct: SharedData.Number(row[1]), Lca: SharedData.Number(row[2]), Estimated: row[5] == "True")).ToList();
        var hour = TimeSpan.FromHours(1);
        var steps = rows.ConvertAll(row => new EnergyStep(row.At, row.At + hour, 1));
        var lca = new IntensitySeries("lca", IntensityPerimeter.LifeCycleConsumption, hour, [.. rows.Select(row => new IntensityPoint(row.At, row.Lca, row.Estimated))]);
        var direct = new IntensitySeries("direct", IntensityPerimeter.DirectConsumption, hour, [.. rows.Select(row => new IntensityPoint(row.At, row.Direct, row.Estimated))]);

        var carbon = TimedCarbon.Of(steps, lca, hour);

        Assert.Equal(expected.GetProperty("estimated_rows").GetInt32(), rows.Count(row => lca.At(row.At).Estimated));
        Reproduction.Same("Electricity Maps: mean direct g/kWh", expected.GetProperty("mean_direct").GetDouble(), TimedCarbon.Of(steps, direct, hour).MeanGrams);
        Reproduction.Same("Electricity Maps: mean life cycle g/kWh", expected.GetProperty("mean_lca").GetDouble(), carbon.MeanGrams);
        Reproduction.Same("Electricity Maps: constant 1 kW, kgCO2e", expected.GetProperty("flat_1kw_kg_lca").GetDouble(), carbon.Emissions.Value);
        foreach (var month in expected.GetProperty("monthly_mean_lca_local").EnumerateObject())
        {
            var first = SharedData.Day(month.Name + "-01");
            var (from, to) = (CivilDays.Start(first, SmallTown.Paris), CivilDays.Start(first.AddMonths(1), SmallTown.Paris));
            Reproduction.Same(
                $"Electricity Maps: mean life cycle g/kWh of {month.Name}", month.Value.GetDouble(), TimedCarbon.Of(steps.FindAll(one => one.From >= from && one.From < to), lca, hour).MeanGrams);
        }
    }

    private static int Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, SmallTown.Paris).Hour;
}
