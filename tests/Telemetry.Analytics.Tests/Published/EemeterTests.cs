using System.Text.Json;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Climate;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>
/// Sample meters of eemeter: the right join (local days with local days), which is the product's, and the published one (local days with the
/// temperature of UTC days, six hours off), which proves that the algorithm is the same.
/// </summary>
public sealed class EemeterTests
{
    private const string Name = "eemeter-samples";
    private static readonly TimeZoneInfo Illinois = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Theory]
    [InlineData("il-electricity-cdd-hdd-daily", null)]
    [InlineData("il-gas-hdd-only-daily", ModelKind.ThreeParameterHeating)]
    public void Illinois_BothJoins(string meter, ModelKind? only)
    {
        var expected = SharedData.Expected(Name).GetProperty(meter);
        var use = SharedData.Rows(Name, meter + ".csv.gz").DistinctBy(row => SharedData.Day(row[0]))
            .ToDictionary(row => SharedData.Day(row[0]), row => SharedData.Number(row[1]));
        var temperatures = SharedData.Series(Name, "il-tempF.csv.gz", 0, 1);

        Check($"{meter}, aligned", DailyUse.Join(use, DailyMean.Of(temperatures, Illinois, TimeSpan.FromHours(1))), only, expected.GetProperty("aligned_local_days"));
        Check($"{meter}, as published", DailyUse.Join(use, DailyMean.Of(temperatures, TimeZoneInfo.Utc, TimeSpan.FromHours(1))), only, expected.GetProperty("utc_temperature_days_as_published"));
    }

    [Theory]
    [InlineData("uk-gas-hdd-only-hourly-sample-0", true)]
    [InlineData("uk-electricity-hdd-only-hourly-sample-0", true)]
    public void Uk_HeatingSignature_InCelsius(string meter, bool depends)
    {
        var expected = SharedData.Expected(Name, "expected_uk.json").GetProperty(meter);
        var hours = SharedData.Series(Name, meter + ".csv.gz", 0, 1);
        var use = hours.GroupBy(hour => CivilDays.Of(hour.At, TimeZoneInfo.Utc)).Where(day => day.Count() == 24)
            .ToDictionary(day => day.Key, day => day.Sum(hour => hour.Value));
        var temperature = DailyMean.Of(SharedData.Series(Name, "uk-tempC-sample-0.csv.gz", 1, 2), TimeZoneInfo.Utc, TimeSpan.FromHours(1));

        var model = DailyModel.Fit(DailyUse.Join(use, temperature), new BalanceGrid(5, 25, 0.5, 10, 20), ModelKind.ThreeParameterHeating)!;

        var fit = expected.GetProperty("fit_3PH");
        Assert.Equal(expected.GetProperty("complete_days").GetInt32(), use.Count);
        Reproduction.Same($"{meter}: total kWh", expected.GetProperty("total_kwh").GetDouble(), use.Values.Sum());
        Reproduction.Same($"{meter}: balance point °C", fit.GetProperty("balance_c").GetDouble(), model.HeatingPoint!.Value);
        Reproduction.Same($"{meter}: base kWh/day", fit.GetProperty("intercept").GetDouble(), model.Intercept);
        Reproduction.Same($"{meter}: slope kWh/K·d", fit.GetProperty("slope_per_degree_day").GetDouble(), model.HeatingSlope);
        FitChecks.Statistics(meter, fit.GetProperty("stats"), model.Statistics, 1e-6);
        FitChecks.Denominators(meter, fit.GetProperty("stats"), model.Statistics, 1e-6);
        Assert.Equal(depends, BaselineGate.DependsOnTemperature(model));
    }

    private static void Check(string what, IReadOnlyList<DailyUse> days, ModelKind? only, JsonElement expected)
    {
        var baseline = Fit(what + ", baseline", days, only, expected.GetProperty("baseline"));
        var reporting = Fit(what + ", reporting", days, only, expected.GetProperty("reporting"));
        var (from, to) = (SharedData.Day("2017-01-04"), SharedData.Day("2018-01-04"));
        var avoided = AvoidedEnergy.Of(baseline, days, from, to, Illinois, 0.9);
        var year = expected.GetProperty("metered_savings_reporting_year");
        Reproduction.Same(what + ": adjusted baseline", year.GetProperty("counterfactual").GetDouble(), avoided.Expected.Value);
        Reproduction.Same(what + ": avoided energy", year.GetProperty("savings").GetDouble(), avoided.Avoided.Value);
        Reproduction.Same(what + ": band at 90 %", year.GetProperty("fsu_band_90pct").GetDouble(), avoided.Band);
        Reproduction.Same(what + ": fraction", year.GetProperty("fraction").GetDouble(), avoided.Fraction);
        if (expected.TryGetProperty("published_test_30_to_88F_59_days", out var test))
        {
            var temperatures = Enumerable.Range(30, 59).Select(at => (double)at).ToList();
            Reproduction.Same(what + ": 59 days against 1 kWh", test.GetProperty("metered_savings_vs_1kWh_per_day").GetDouble(), temperatures.Sum(baseline.Predict) - 59);
            Reproduction.Same(what + ": 59 days, band", test.GetProperty("fsu_band").GetDouble(), SavingsUncertainty.Band(baseline.Statistics, 59));
            Reproduction.Same(what + ": 59 days, modelled", test.GetProperty("modeled_savings").GetDouble(), temperatures.Sum(at => baseline.Predict(at) - reporting.Predict(at)));
            Reproduction.Same(what + ": 59 days, band of the reporting model", test.GetProperty("fsu_reporting").GetDouble(), SavingsUncertainty.Band(reporting.Statistics, 59));
        }
    }

    private static TemperatureModel Fit(string what, IReadOnlyList<DailyUse> days, ModelKind? only, JsonElement expected)
    {
        var (first, last) = (SharedData.Day(expected.GetProperty("first_day").GetString()!), SharedData.Day(expected.GetProperty("last_day").GetString()!));
        var inside = days.Where(day => day.Day >= first && day.Day <= last).ToList();
        var model = DailyModel.Fit(inside, BalanceGrid.Fahrenheit, only)!;
        var fit = expected.GetProperty("fit");
        Reproduction.Same(what + ": total", expected.GetProperty("total").GetDouble(), inside.Sum(day => day.Use));
        Reproduction.Same(what + ": intercept", fit.GetProperty("intercept").GetDouble(), model.Intercept);
        Reproduction.Same(what + ": heating slope", fit.GetProperty("beta_hdd").GetDouble(), model.HeatingSlope);
        Reproduction.Same(what + ": heating point °F", fit.GetProperty("heating_balance_point").GetDouble(), model.HeatingPoint!.Value);
        if (fit.TryGetProperty("beta_cdd", out var cooling))
        {
            Reproduction.Same(what + ": cooling slope", cooling.GetDouble(), model.CoolingSlope);
            Reproduction.Same(what + ": cooling point °F", fit.GetProperty("cooling_balance_point").GetDouble(), model.CoolingPoint!.Value);
        }

        FitChecks.Statistics(what, expected.GetProperty("stats"), model.Statistics, 1e-6);
        FitChecks.Denominators(what, expected.GetProperty("stats"), model.Statistics, 1e-6);
        Assert.True(BaselineGate.Of(days, first, last.AddDays(1), model).Passed);
        return model;
    }
}
