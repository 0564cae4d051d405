using System.Globalization;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Indicators.Energy;

/// <summary>A real heat register with known faults put into it: totals and clean months against the truth.</summary>
public sealed class CounterFaultsTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData(null)]
    [InlineData(60.0)]
    public void Read_TwoYearsWithFaults_TotalsWithinTolerance(double? maximumPerHour)
    {
        var truth = SharedData.Expected("counter-faults").GetProperty("case_a");
        var readings = SharedData.Series("counter-faults", "case_a.csv.gz", 0, 1);
        var swap = truth.GetProperty("events").EnumerateArray().Single(one => one.GetProperty("type").GetString() == "meter_replacement");
        var rules = new CounterRules
        {
            Modulus = truth.GetProperty("register_modulus_kwh").GetDouble(),
            Resolution = truth.GetProperty("resolution_kwh").GetDouble(),
            MaximumPerHour = maximumPerHour,
            Replacements = [new CounterReplacement(
                swap.GetProperty("at").GetDateTimeOffset(), swap.GetProperty("last_old").GetDouble(), swap.GetProperty("first_new").GetDouble())],
        };

        var use = CounterReader.Read(readings, rules);

        Assert.Equal(truth.GetProperty("true_total_kwh").GetDouble(), use.Total, 0.2);
        Assert.Equal(5, use.Marks.Count(mark => mark == CounterMark.Rejected));
        Assert.Equal(1, use.Marks.Count(mark => mark == CounterMark.Duplicate));
        Assert.Equal(1, use.Marks.Count(mark => mark == CounterMark.Rollover));
        Assert.Equal(1, use.Marks.Count(mark => mark == CounterMark.Replacement));
        var dirty = new HashSet<string>(["2018-12", "2019-01"], StringComparer.Ordinal);
        foreach (var month in truth.GetProperty("true_monthly_kwh_europe_paris").EnumerateObject().Where(month => !dirty.Contains(month.Name)))
        {
            var first = DateOnly.ParseExact(month.Name + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var slice = Slices.Cut(
                use.Intervals, [CivilDays.Start(first, Paris), CivilDays.Start(first.AddMonths(1), Paris)], TimeSpan.FromHours(1))[0];
            Assert.True(Math.Abs(month.Value.GetDouble() - slice.Amount) <= 0.2, $"{month.Name}: {month.Value} is read as {slice.Amount}");
        }
    }
}
