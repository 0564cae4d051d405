using System.Globalization;
using System.Text.Json;
using Telemetry.Analytics.Indicators.Climate;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>Degree days of French départements and stations by both methods.</summary>
public sealed class DegreeDaysTests
{
    [Fact]
    public void Departements_TwoYears_ByBothMethods()
    {
        const string Name = "temperature-fr-departements";
        var expected = SharedData.Expected(Name);
        var days = SharedData.Rows(Name, "tmin_tmax_tmoy_2018_2019.csv.gz")
            .GroupBy(row => row[1], row => new DayTemperature(SharedData.Day(row[0]), SharedData.Number(row[3]), SharedData.Number(row[4])))
            .ToDictionary(group => group.Key, group => group.ToList());

        foreach (var year in expected.GetProperty("annual").EnumerateObject())
        {
            foreach (var place in year.Value.EnumerateObject())
            {
                Annual($"Degree days, département {place.Name}", days[place.Name], int.Parse(year.Name, CultureInfo.InvariantCulture), place.Value);
            }
        }

        foreach (var place in expected.GetProperty("monthly_dju18_pro").EnumerateObject())
        {
            foreach (var month in place.Value.EnumerateObject())
            {
                var first = SharedData.Day(month.Name + "-01");
                var sum = DegreeDaySum.Of(days[place.Name], first, first.AddMonths(1), 18, DegreeDayMethod.Professional);
                Reproduction.Same($"Degree days, département {place.Name}, {month.Name}, professional 18", month.Value.GetDouble(), sum.Heating);
            }
        }
    }

    [Fact]
    public void Stations_FourYears_FromTwelveHourExtremes()
    {
        const string Name = "synop-meteofrance";
        var stations = SharedData.Expected(Name).GetProperty("stations");
        var days = SharedData.Rows(Name, "synop_temp_3h_2015_2018.csv.gz")
            .GroupBy(row => row[0], row => new ExtremesReport(SharedData.Instant(row[1]), SharedData.Number(row[3]), SharedData.Number(row[4])))
            .ToDictionary(group => group.Key, ClimatologicalDay.Of);

        foreach (var station in stations.EnumerateObject())
        {
            foreach (var year in station.Value.EnumerateObject())
            {
                Annual($"Degree days, station {station.Name}", days[station.Name], int.Parse(year.Name, CultureInfo.InvariantCulture), year.Value);
            }
        }
    }

    private static void Annual(string what, IReadOnlyList<DayTemperature> days, int year, JsonElement expected)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
        DegreeDaySum Of(double baseC, DegreeDayMethod method) => DegreeDaySum.Of(days, from, to, baseC, method);
        void Check(string name, double ours) => Reproduction.Same($"{what}, {year}, {name}", expected.GetProperty(name).GetDouble(), ours);

        Assert.Equal(expected.GetProperty("days").GetInt32(), Of(18, DegreeDayMethod.Mean).Days);
        Check("dju18_meteo", Of(18, DegreeDayMethod.Mean).Heating);
        Check("dju18_pro", Of(18, DegreeDayMethod.Professional).Heating);
        Check("dju15_pro", Of(15, DegreeDayMethod.Professional).Heating);
        Check("djr18_pro", Of(18, DegreeDayMethod.Professional).Cooling);
        Check("djr26_pro", Of(26, DegreeDayMethod.Professional).Cooling);
    }
}
