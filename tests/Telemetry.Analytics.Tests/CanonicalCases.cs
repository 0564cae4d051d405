using System.Text.Json;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators.Energy;
using static Telemetry.Analytics.Tests.IndicatorCases;

namespace Telemetry.Analytics.Tests;

/// <summary>The small cases of <c>cases/indicator-cases</c>: counters, power and gas.</summary>
public sealed class CanonicalCases
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    [Theory]
    [MemberData(nameof(Of), "counter", MemberType = typeof(IndicatorCases))]
    public void Counter_Read(int place)
    {
        var (input, expected) = Case("counter", place);
        var readings = Numbers(input.GetProperty("readings")).Select((value, at) => new Reading(Start.AddHours(at), value));

        var use = CounterReader.Read(readings, Rules(input));

        Assert.Equal(Number(expected, "total"), use.Total, 1e-6);
        Assert.Equal(
            expected.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()),
            use.Marks.Select(mark => mark == CounterMark.Measured ? "ok" : mark.ToString().ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Of), "power_to_energy", MemberType = typeof(IndicatorCases))]
    public void PowerEnergy_Summed(int place)
    {
        var (input, expected) = Case("power_to_energy", place);
        var samples = input.GetProperty("samples_s_kw").EnumerateArray()
            .Select(pair => new Reading(Start.AddSeconds(pair[0].GetDouble()), pair[1].GetDouble())).ToList();
        var longest = TimeSpan.FromSeconds(Number(input, "max_gap_s"));

        var energy = input.GetProperty("method").GetString() == "step"
            ? PowerEnergy.Step(samples, longest)
            : PowerEnergy.Trapezoid(samples, longest);

        Assert.Equal(Number(expected, "kwh"), energy.KWh, 1e-6);
        Assert.Equal(Number(expected, "missing_s"), energy.Missing.TotalSeconds, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Of), "gas", MemberType = typeof(IndicatorCases))]
    public void Gas_Converted(int place)
    {
        var (input, expected) = Case("gas", place);
        var volume = Number(input, "index_end_m3") - Number(input, "index_start_m3");
        var pcs = Gas.KWhPcs(volume, Number(input, "coefficient_kwh_pcs_per_m3"));
        var factor = FactorFile.Shipped.Find("natural gas", 2022, "kgCO2e/kWh PCS")!.Value;

        Assert.Equal(Number(expected, "volume_m3"), volume, 1e-6);
        Assert.Equal(Number(expected, "kwh_pcs"), pcs, 1e-6);
        Assert.Equal(Number(expected, "kwh_pci"), Gas.KWhPci(pcs), 1e-6);
        Assert.Equal(Number(expected, "kg_co2e"), pcs * factor, 1e-6);
        Assert.Equal(Number(expected, "factor_kg_per_kwh_pci"), Gas.FactorPerPci(factor), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Of), "gap_spread", MemberType = typeof(IndicatorCases))]
    public void Slices_LongGap_SpreadByDay(int place)
    {
        var (input, expected) = Case("gap_spread", place);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var days = input.GetProperty("gap_hours_per_local_day").EnumerateObject().ToList();
        var (first, last) = (DateOnly.Parse(days[0].Name, null), DateOnly.Parse(days[^1].Name, null));
        var middle = CivilDays.Start(last, zone);
        var gap = new CounterInterval(
            middle.AddHours(-days[0].Value.GetDouble()), middle.AddHours(days[^1].Value.GetDouble()), Number(input, "energy_kwh"),
            CounterMark.Measured, Known: true);

        var slices = Slices.Cut([gap], [CivilDays.Start(first, zone), middle, CivilDays.End(last, zone)], TimeSpan.FromHours(1));

        Assert.Equal(
            expected.GetProperty("kwh_per_local_day").EnumerateObject().Select(day => Math.Round(day.Value.GetDouble(), 6)),
            slices.Select(slice => Math.Round(slice.Amount, 6)));
        Assert.All(slices, slice => Assert.Equal(slice.Amount, slice.Estimated, 1e-9));
        Assert.Equal(25, (slices[1].To - slices[1].From).TotalHours);
    }

    private static CounterRules Rules(JsonElement input) => new()
    {
        Modulus = Maybe(input, "modulus"),
        MaximumPerHour = Maybe(input, "max_increment"),
        RestartsAtZero = input.TryGetProperty("resets_to_zero_on_restart", out _),
        Replacements = input.TryGetProperty("replacement", out var swap)
            ? [new CounterReplacement(
                Start.AddHours(Number(swap, "before_reading")), Number(swap, "final_old"), Number(swap, "initial_new"))]
            : [],
    };
}
