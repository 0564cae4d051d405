using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>Change-point fits against small fixtures, an American office and the demand of France.</summary>
public sealed class ChangePointTests
{
    /// <summary>Between two of twelve points a change point is fixed by the slopes only: half a degree, and 1e-3 on R².</summary>
    [Fact]
    public void Fixtures_TwoToFiveParameters()
    {
        const string Name = "changepoint-fixtures";
        var expected = SharedData.Expected(Name);
        foreach (var fixture in SharedData.Expected(Name, "points.json").EnumerateArray())
        {
            var kind = fixture.GetProperty("model_type").GetString()!;
            var (x, y) = (fixture.GetProperty("x").EnumerateArray(), fixture.GetProperty("y").EnumerateArray());
            var days = x.Zip(y, (one, other) => new DailyUse(default, other.GetDouble(), one.GetDouble())).ToList();
            var model = ChangePoints.Fit(days, Kind(kind))!;

            var published = expected.GetProperty(kind);
            var coefficients = published.GetProperty("coef").EnumerateArray().Select(one => one.GetDouble()).ToList();
            double[] ours = kind switch
            {
                "3PC" => [model.Intercept, model.CoolingSlope],
                "4P" or "5P" => [model.Intercept, model.HeatingSlope, model.CoolingSlope],
                _ => [model.Intercept, model.HeatingSlope],
            };
            for (var place = 0; place < ours.Length; place++)
            {
                Reproduction.Check($"Fixture {kind}: coefficient {place}", coefficients[place], ours[place], 0.02 * Math.Abs(coefficients[place]));
            }

            double[] points = [.. new[] { model.HeatingPoint, kind == "4P" ? null : model.CoolingPoint }.OfType<double>()];
            var known = published.GetProperty("change_points").EnumerateArray().Select(one => one.GetDouble()).ToList();
            Assert.Equal(known.Count, points.Length);
            for (var place = 0; place < points.Length; place++)
            {
                Reproduction.Check($"Fixture {kind}: change point {place} °F", known[place], points[place], 0.5);
            }

            Reproduction.Check($"Fixture {kind}: R2", published.GetProperty("stats").GetProperty("r2").GetDouble(), model.Statistics.R2, 1e-3);
            Assert.True(model.Statistics.R2 >= published.GetProperty("stats").GetProperty("r2").GetDouble() - 1e-6, $"{kind}: a better point exists");
        }
    }

    [Fact]
    public void OfficeUs_LineAndFourParameters_AsPublished()
    {
        const string Name = "office-us-daily";
        var expected = SharedData.Expected(Name);
        var days = SharedData.Rows(Name, "office_daily.csv").Select(row => new DailyUse(SharedData.Day(row[0]), SharedData.Number(row[1]), SharedData.Number(row[2]))).ToList();
        var baseline = days.Where(day => day.Day <= new DateOnly(2013, 2, 27)).ToList();
        var fits = expected.GetProperty("baseline_2012-03-01_2013-02-27");
        var published = expected.GetProperty("published_nmecr");
        foreach (var year in expected.GetProperty("total_kwh_by_year").EnumerateObject())
        {
            Reproduction.Same($"US office, kWh of {year.Name}", year.Value.GetDouble(), days.Where(day => day.Day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) == year.Name).Sum(day => day.Use));
        }

        var line = ChangePoints.Fit(baseline, ModelKind.TwoParameter)!;
        Reproduction.Same("US office, line: intercept", fits.GetProperty("SLR").GetProperty("coef")[0].GetDouble(), line.Intercept);
        Reproduction.Same("US office, line: slope", fits.GetProperty("SLR").GetProperty("coef")[1].GetDouble(), line.HeatingSlope);
        FitChecks.Statistics("US office, line", fits.GetProperty("SLR").GetProperty("stats"), line.Statistics, 1e-6);
        Reproduction.Check("US office, line: R2 printed by nmecr", published.GetProperty("SLR").GetProperty("r2").GetDouble(), line.Statistics.R2, 1e-7);
        Reproduction.Check("US office, line: CV(RMSE) % printed by nmecr (n-p)", published.GetProperty("SLR").GetProperty("cvrmse_pct").GetDouble(), 100 * line.Statistics.CvRmseNMinusP, 0.005);

        var four = ChangePoints.Fit(baseline, ModelKind.FourParameter)!;
        var known = fits.GetProperty("four_parameter");
        Reproduction.Check("US office, 4P: change point °F", known.GetProperty("change_point_f").GetDouble(), four.HeatingPoint!.Value, 0.1);
        FitChecks.Statistics("US office, 4P", known.GetProperty("stats"), four.Statistics, 1e-3);
        Reproduction.Check("US office, 4P: R2 printed by nmecr", published.GetProperty("four_parameter").GetProperty("r2").GetDouble(), four.Statistics.R2, 1e-5);
        Reproduction.Check("US office, 4P: CV(RMSE) % printed by nmecr (n-p)", published.GetProperty("four_parameter").GetProperty("cvrmse_pct").GetDouble(), 100 * four.Statistics.CvRmseNMinusP, 0.005);
    }

    [Theory]
    [InlineData(2017)]
    [InlineData(2018)]
    public void FranceDemand_Weekdays_AgainstTenStations(int year)
    {
        const string Name = "rte-conso-nationale";
        var expected = SharedData.Expected(Name).GetProperty($"{year}");
        var demand = SharedData.Rows(Name, $"conso_30min_{year}.csv.gz")
            .GroupBy(row => SharedData.Day(row[0]), row => SharedData.Number(row[2])).ToDictionary(day => day.Key, day => day.Average());
        var temperature = SharedData.Rows("synop-meteofrance", "synop_temp_3h_2015_2018.csv.gz")
            .Where(row => double.IsFinite(SharedData.Number(row[2])))
            .GroupBy(row => CivilDays.Of(SharedData.Instant(row[1]), TimeZoneInfo.Utc))
            .ToDictionary(day => day.Key, day => day.GroupBy(row => row[0]).Average(station => station.Average(row => SharedData.Number(row[2]))));
        var days = DailyUse.Join(demand, temperature)
            .Where(day => day.Usable && day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToList();
        Assert.Equal(expected.GetProperty("days").GetInt32(), days.Count);

        var five = ChangePoints.Fit(days, ModelKind.FiveParameter)!;
        var known = expected.GetProperty("five_p");
        var what = $"France {year}, 5P";
        Reproduction.Check($"{what}: heating point °C", known.GetProperty("cp")[0].GetDouble(), five.HeatingPoint!.Value, 0.3);
        Reproduction.Check($"{what}: cooling point °C", known.GetProperty("cp")[1].GetDouble(), five.CoolingPoint!.Value, 0.5);
        Reproduction.Check($"{what}: base MW", known.GetProperty("base_mw").GetDouble(), five.Intercept, 0.005 * five.Intercept);
        Reproduction.Check($"{what}: MW/K of heating", known.GetProperty("heating_mw_per_c").GetDouble(), five.HeatingSlope, 0.01 * five.HeatingSlope);
        Reproduction.Check($"{what}: R2", known.GetProperty("stats").GetProperty("r2").GetDouble(), five.Statistics.R2, 1e-3);

        var three = ChangePoints.Fit(days, ModelKind.ThreeParameterHeating)!;
        known = expected.GetProperty("three_ph");
        what = $"France {year}, 3PH";
        Reproduction.Check($"{what}: heating point °C", known.GetProperty("cp")[0].GetDouble(), three.HeatingPoint!.Value, 0.1);
        Reproduction.Check($"{what}: base MW", known.GetProperty("base_mw").GetDouble(), three.Intercept, 0.001 * three.Intercept);
        Reproduction.Check($"{what}: MW/K of heating", known.GetProperty("heating_mw_per_c").GetDouble(), three.HeatingSlope, 0.005 * three.HeatingSlope);
        FitChecks.Statistics(what, known.GetProperty("stats"), three.Statistics, 1e-3);
    }

    private static ModelKind Kind(string word) => word switch
    {
        "2P" => ModelKind.TwoParameter,
        "3PH" => ModelKind.ThreeParameterHeating,
        "3PC" => ModelKind.ThreeParameterCooling,
        "4P" => ModelKind.FourParameter,
        _ => ModelKind.FiveParameter,
    };
}
