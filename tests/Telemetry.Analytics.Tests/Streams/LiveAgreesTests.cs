using System.Reactive.Linq;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Load;
using Telemetry.Analytics.Streams;

namespace Telemetry.Analytics.Tests.Streams;

/// <summary>One day with every fault, read live and recomputed: the same figures.</summary>
public sealed class LiveAgreesTests
{
    private static readonly TimeZoneInfo Paris = SmallTown.Paris;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly CounterRules Rules = new() { Modulus = 100_000, MaximumPerHour = 60, LongestRest = TimeSpan.FromMinutes(40), Resolution = 0.1 };

    public static TheoryData<string> Days => ["2026-03-29", "2026-10-25", "2026-11-20"];

    [Theory]
    [MemberData(nameof(Days))]
    public void Energy_LiveAndRecomputed(string text)
    {
        var (day, readings) = FaultyDay(text);

        var live = readings.ToObservable().SinceMidnight(Paris, Rules, Longest).ToEnumerable().Last();

        var whole = Slices.Join([.. Slices.Cut(CounterReader.Read(readings, Rules).Intervals, CivilDays.HourEdges(day, Paris), Longest)]);
        Assert.True(whole is { Amount: > 100, Estimated: > 3 });
        Assert.Equal((whole.From, whole.To), (live.From, live.To));
        Assert.Equal(whole.Amount, live.Amount, 1e-9);
        Assert.Equal(whole.Estimated, live.Estimated, 1e-9);
        Assert.Equal(whole.Measured.TotalSeconds, live.Measured.TotalSeconds, 1e-3);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Carbon_LiveAndRecomputed(string text)
    {
        var (day, readings) = FaultyDay(text);
        var grid = Grid(day);

        var live = readings.ToObservable().CarbonSinceMidnight(Paris, Rules, 1, grid, grid.Step).ToEnumerable().Last();

        var batch = CarbonOfDay.Of(CounterReader.Read(readings, Rules).Intervals, day, Paris, 1, grid, grid.Step);
        Assert.True(batch is { Kilograms: > 4, Estimated: > 0.1 });
        Assert.Equal(batch.Kilograms, live.Kilograms, 1e-9);
        Assert.Equal(batch.Estimated, live.Estimated, 1e-9);
        Assert.Equal(batch.KWh, live.KWh, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Power_LiveAndRecomputed(string text)
    {
        var (_, readings) = FaultyDay(text);
        var clean = readings.Where(reading => reading.Value is > 0 and < 5000 or > 99_000).ToList();

        var live = clean.ToObservable().Power(Paris, CounterRules.Unknown, 1).ToEnumerable().ToList();

        var batch = CounterReader.Read(clean, CounterRules.Unknown).Intervals.Where(interval => interval.Known).ToDictionary(interval => interval.To, interval => interval.Amount / (interval.To - interval.From).TotalHours);
        Assert.True(live.Count > 150);
        Assert.All(live.Where(power => double.IsFinite(power.Value)), power => Assert.Equal(batch[power.At], power.Value, 1e-9));
    }

    [Fact]
    public void BaseLoad_LiveAndRecomputed()
    {
        var grid = new HourGrid(new(2026, 1, 5), new(2026, 3, 2), Paris);
        var hours = Enumerable.Range(0, grid.Hours).Select(hour => hour % 50 == 7 ? double.NaN : 2 + (hour % 24) + Math.Sin(hour * hour)).ToList();

        var live = hours.ToObservable().BaseLoad().ToEnumerable().ToList();

        Assert.Equal(BaseLoad.LastFourWeeks(new HourlyLoad(grid, hours)).Value, live[^1], 1e-12);
        Assert.True(double.IsNaN(live[0]));
    }

    [Fact]
    public void Deviation_LiveAndRecomputed()
    {
        var grid = new HourGrid(new(2026, 1, 5), new(2026, 2, 2), Paris);
        var profile = new LoadProfile(new HourlyLoad(grid, [.. Enumerable.Range(0, grid.Hours).Select(hour => 1.0 + grid.Clock[hour])]));
        var model = ChangePoints.Fit(Enumerable.Range(0, 60).Select(day => new DailyUse(grid.Days[0].AddDays(day), 100 + (8 * Math.Max(0, 16 - (day % 25))), day % 25)), ModelKind.ThreeParameterHeating)!;
        var (day, readings) = FaultyDay("2026-11-20");
        var temperatures = Enumerable.Range(0, 24).Select(hour => new Reading(CivilDays.Start(day, Paris).AddHours(hour), 3 + (hour / 4.0))).ToList();
        var merged = readings.Select(reading => (reading.At, Use: (Reading?)reading, Outside: (Reading?)null)).Concat(temperatures.Select(outside => (outside.At, Use: (Reading?)null, Outside: (Reading?)outside)))
            .OrderBy(one => one.At).ToObservable().Publish();
        ExpectedSoFar last = default;

        using var subscription = merged.Where(one => one.Use is not null).Select(one => one.Use!.Value).SinceMidnight(Paris, Rules, Longest)
            .Deviation(merged.Where(one => one.Outside is not null).Select(one => one.Outside!.Value), model, profile, Paris).Subscribe(one => last = one);
        merged.Connect();

        var used = Slices.Join([.. Slices.Cut(CounterReader.Read(readings, Rules).Intervals, CivilDays.HourEdges(day, Paris), Longest)]).Amount;
        var batch = ExpectedSoFar.Of(model, profile, day.DayOfWeek, 23, temperatures.Average(one => one.Value), used);
        Assert.True(batch.Expected > 100);
        Assert.Equal(batch.Expected, last.Expected, 1e-9);
        Assert.Equal(batch.Deviation, last.Deviation, 1e-9);
    }

    /// <summary>A night before, a rest that ends with a step, a false zero, a spike, a gap, a rollover, a stuck run.</summary>
    private static (DateOnly Day, List<Reading> Readings) FaultyDay(string text)
    {
        var day = DateOnly.Parse(text, null);
        var readings = new List<Reading>();
        var (register, place) = (99_940.0, 0);
        for (var at = CivilDays.Start(day, Paris).AddMinutes(-60); at < CivilDays.End(day, Paris).AddMinutes(-1); at += TimeSpan.FromMinutes(7), place++)
        {
            var stuck = place is (> 4 and < 14) or (> 120 and < 130);
            register = (register + (place % 5 * 0.45)) % 100_000;
            if (place is < 60 or > 80)
            {
                readings.Add(new Reading(at, place switch { 30 => 0, 100 => register + 9000, _ when stuck => readings[^1].Value, _ => register }));
            }
        }

        return (day, readings);
    }

    private static IntensitySeries Grid(DateOnly day)
    {
        var start = CivilDays.Start(day, Paris).AddDays(-8);
        return new IntensitySeries("test", IntensityPerimeter.DirectProduction, TimeSpan.FromMinutes(30),
            [.. Enumerable.Range(0, 48 * 10).Select(step => new IntensityPoint(start.AddMinutes(30 * step), step is > 400 and < 410 ? double.NaN : 40 + (step % 48)))]);
    }
}
