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

    /// <summary>A register tells what a gap of 97 hours over New Year used, not on which side of midnight: the two months are exact together, and each within the gap's own doubt.</summary>
    [Fact]
    public void Spread_GapOverTheEdgeOfAMonth_IsExactForBothTogether()
    {
        var months = SharedData.Expected("counter-faults").GetProperty("case_a").GetProperty("true_monthly_kwh_europe_paris");
        var (december, january) = (months.GetProperty("2018-12").GetDouble(), months.GetProperty("2019-01").GetDouble());
        var (first, edge, last) = (CivilDays.Start(new(2018, 12, 1), Paris), CivilDays.Start(new(2019, 1, 1), Paris), CivilDays.Start(new(2019, 2, 1), Paris));
        var use = CounterReader.Read(SharedData.Series("counter-faults", "case_a.csv.gz", 0, 1), new CounterRules { Modulus = 1_000_000, Resolution = 0.1 });
        var from = first.AddDays(-28);
        var linear = Slices.Cut(use.Intervals, [.. Enumerable.Range(0, (int)(last - from).TotalHours + 1).Select(hour => from.AddHours(hour))], TimeSpan.FromHours(1));

        var spread = ProfileSpread.Of(linear, Paris);
        double Of(IReadOnlyList<Slice> hours, DateTimeOffset start, DateTimeOffset end) => hours.Where(hour => hour.From >= start && hour.From < end).Sum(hour => hour.Amount);

        Assert.Equal(december + january, Of(spread, first, last), 0.2);
        Assert.NotEqual(Of(linear, first, edge), Of(spread, first, edge));
        Assert.InRange(Math.Abs(Of(spread, first, edge) - december), 0, 12);
        Assert.InRange(Math.Abs(Of(spread, edge, last) - january), 0, 12);
    }
}
