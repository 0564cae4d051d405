using System.Globalization;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>A real heat register over two years, a French house by minute and by day, the electricity and gas of Lyon.</summary>
public sealed class MeterTests
{
    [Fact]
    public void HeatMeter_TwoYears_TotalsMonthsAndClockChanges()
    {
        const string Name = "heat-meter-dk";
        var expected = SharedData.Expected(Name);
        var rows = SharedData.Rows(Name, "heat_register_hourly_2018_2019.csv.gz").ToList();
        var use = CounterReader.Read(rows.Select(row => new Reading(SharedData.Instant(row[1]), SharedData.Number(row[2]))), CounterRules.Unknown);
        double Between(DateOnly from, DateOnly to) =>
            Slices.Cut(use.Intervals, [CivilDays.Start(from, SmallTown.Paris), CivilDays.Start(to, SmallTown.Paris)], TimeSpan.FromHours(1))[0].Amount;

        Reproduction.Check("Heat meter: total kWh", expected.GetProperty("total_kwh").GetDouble(), use.Total, 1e-3);
        foreach (var month in expected.GetProperty("monthly_kwh_local").EnumerateObject())
        {
            var first = SharedData.Day(month.Name + "-01");
            Reproduction.Check($"Heat meter: kWh of {month.Name}", month.Value.GetDouble(), Between(first, first.AddMonths(1)), 1e-3);
        }

        foreach (var day in expected.GetProperty("dst_days").EnumerateObject())
        {
            var date = SharedData.Day(day.Name);
            Assert.Equal(day.Value.GetProperty("hours").GetInt32(), CivilDays.HourEdges(date, SmallTown.Paris).Count - 1);
            Reproduction.Check($"Heat meter: kWh of {day.Name}", day.Value.GetProperty("kwh").GetDouble(), Between(date, date.AddDays(1)), 1e-3);
        }

        Assert.Equal(expected.GetProperty("zero_hours").GetInt32(), use.Intervals.Count(interval => interval.Amount == 0));
        Reproduction.Check("Heat meter: greatest hour kWh", expected.GetProperty("max_hour_kwh").GetDouble(), use.Intervals.Max(interval => interval.Amount), 1e-3);
        var volume = SharedData.Number(rows[^1][3]) - SharedData.Number(rows[0][3]);
        double Increment(int column) => SharedData.Number(rows[^1][column]) - SharedData.Number(rows[0][column]);
        var drop = (Increment(4) - Increment(5)) / volume;
        Reproduction.Check("Heat meter: mean drop K", expected.GetProperty("mean_delta_t").GetDouble(), drop, 1e-6);
        Assert.InRange(BoilerEfficiency.HeatKWh(volume, drop) / use.Total, 0.96, 1.04);
    }

    [Fact]
    public void House_ByDayAndByMinute()
    {
        const string Name = "household-sceaux";
        var expected = SharedData.Expected(Name);
        var days = SharedData.Rows(Name, "daily_2006_2009.csv").Select(row => (Day: SharedData.Day(row[0]), KWh: SharedData.Number(row[1]))).ToList();
        Assert.Equal(expected.GetProperty("days").GetInt32(), days.Count);
        Reproduction.Check("House: total kWh", expected.GetProperty("total_kwh").GetDouble(), days.Sum(day => day.KWh), 1e-3);
        foreach (var month in expected.GetProperty("by_month").EnumerateObject())
        {
            var first = SharedData.Day(month.Name + "-01");
            Reproduction.Check($"House: kWh of {month.Name}", month.Value.GetDouble(), days.Where(day => CivilDays.MonthOf(day.Day) == first).Sum(day => day.KWh), 1e-3);
        }

        foreach (var year in expected.GetProperty("by_year").EnumerateObject())
        {
            Reproduction.Check($"House: kWh of {year.Name}", year.Value.GetDouble(), days.Where(day => day.Day.Year == int.Parse(year.Name, CultureInfo.InvariantCulture)).Sum(day => day.KWh), 1e-3);
        }

        var minutes = SharedData.Rows(Name, "minute_2007-02-01_02.csv.gz")
            .Select(row => new Reading(SharedData.Instant($"{row[0]}T{row[1]}Z"), SharedData.Number(row[2]))).ToList();
        foreach (var day in SharedData.Expected(Name, "expected_minutes.json").EnumerateObject())
        {
            var start = SharedData.Instant(day.Name + "T00:00:00Z");
            List<Reading> Within(DateTimeOffset from, TimeSpan length)
            {
                List<Reading> inside = [.. minutes.Where(minute => minute.At >= from && minute.At < from + length)];
                return [.. inside, inside[^1] with { At = from + length }];
            }

            var whole = Within(start, TimeSpan.FromDays(1));
            Reproduction.Check($"House: kWh of {day.Name}, from minutes", day.Value.GetProperty("kwh").GetDouble(), PowerEnergy.Step(whole, TimeSpan.FromMinutes(5)).KWh, 1e-6);
            Reproduction.Check($"House: greatest kW of {day.Name}", day.Value.GetProperty("max_kw").GetDouble(), whole.Max(minute => minute.Value), 1e-9);
            var half = 0;
            foreach (var known in day.Value.GetProperty("half_hours_kwh").EnumerateArray())
            {
                var energy = PowerEnergy.Step(Within(start.AddMinutes(30 * half), TimeSpan.FromMinutes(30)), TimeSpan.FromMinutes(5));
                Assert.Equal(known.GetDouble(), energy.KWh, 1e-6);
                half++;
            }

            Assert.Equal(48, half);
        }
    }

    /// <summary>Quarter hours with "ND": what is known is summed, a hole of at most three hours may be filled, a whole lost day never.</summary>
    [Theory]
    [InlineData(2018)]
    [InlineData(2019)]
    public void Lyon_QuarterHoursWithHoles(int year)
    {
        const string Name = "lyon-metropole";
        var expected = SharedData.Expected(Name).GetProperty($"{year}");
        var rows = SharedData.Rows(Name, $"elec_15min_{year}.csv.gz").Select(row => (Day: SharedData.Day(row[0]), Time: row[1], MW: SharedData.Number(row[2]))).ToList();
        var known = rows.FindAll(row => double.IsFinite(row.MW));
        Assert.Equal(expected.GetProperty("rows").GetInt32(), rows.Count);
        Assert.Equal(expected.GetProperty("not_numeric").GetInt32(), rows.Count - known.Count);
        foreach (var day in expected.GetProperty("not_numeric_by_day").EnumerateObject())
        {
            Assert.Equal(day.Value.GetInt32(), rows.Count(row => row.Day == SharedData.Day(day.Name) && double.IsNaN(row.MW)));
        }

        Reproduction.Same($"Lyon {year}: known MWh", expected.GetProperty("energy_mwh_known").GetDouble(), known.Sum(row => row.MW) / 4);
        Reproduction.Same($"Lyon {year}: peak MW", expected.GetProperty("peak_mw").GetDouble(), known.Max(row => row.MW));
        Assert.Equal(expected.GetProperty("peak_at").GetString(), known.MaxBy(row => row.MW) is var peak ? $"{peak.Day:yyyy-MM-dd} {peak.Time}" : "");
        Reproduction.Same($"Lyon {year}: least MW", expected.GetProperty("min_mw").GetDouble(), known.Min(row => row.MW));
        Reproduction.Same(
            $"Lyon {year}: share of 6 to 22 h", expected.GetProperty("share_06_22").GetDouble(),
            known.Where(row => string.CompareOrdinal(row.Time, "06:00") >= 0 && string.CompareOrdinal(row.Time, "22:00") < 0).Sum(row => row.MW) / known.Sum(row => row.MW));
        foreach (var month in expected.GetProperty("monthly_mwh_known").EnumerateObject())
        {
            Reproduction.Same($"Lyon {year}: known MWh of {month.Name}", month.Value.GetDouble(), known.Where(row => CivilDays.MonthOf(row.Day) == SharedData.Day(month.Name + "-01")).Sum(row => row.MW) / 4);
        }

        var filled = LoadCurve.Fill(rows.ConvertAll(row => row.MW), TimeSpan.FromMinutes(15));
        Assert.True(filled.Values.Count(double.IsFinite) > known.Count);
        Assert.All(rows.Index().Where(row => row.Item.Day == new DateOnly(2018, 10, 27)), row => Assert.True(double.IsNaN(filled.Values[row.Index])));
        Assert.DoesNotContain(0, filled.Values);
    }
}
