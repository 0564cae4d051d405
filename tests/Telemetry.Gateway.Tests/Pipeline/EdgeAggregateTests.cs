using System.Reactive.Linq;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pipeline;

public sealed class EdgeAggregateTests
{
    private static readonly PointId Point = new(new EquipmentId("m", "g", "d"), "p");
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Aggregated_AWholePeriod_MeanOfTimeLeastAndGreatest()
    {
        // 10 for 60 s, 20 for 30 s, 40 for 30 s of a period of 120 s: 20.
        var told = await Series((0, 10), (60, 20), (90, 40), (120, 5)).Aggregated(Rules()).ToList();

        Assert.Equal([("p", 20.0), ("p.min", 10.0), ("p.max", 40.0)], told.Select(sample => (sample.Point.Name, sample.Value)));
        Assert.All(told, sample => Assert.Equal(Noon, sample.At));
    }

    [Fact]
    public async Task Aggregated_Fails_WhatThereWasAndTheFailureAtOnce()
    {
        var samples = new[] { At(0, 10), At(30, 20), Sample.Missing(Point, Noon.AddSeconds(60), Quality.NoAnswer), At(90, 8), At(125, 9) };
        var told = await samples.ToObservable().Aggregated(Rules()).ToList();

        Assert.Equal([15, 10, 20, double.NaN, 8, 8, 8], told.Select(sample => sample.Value));
        Assert.Equal(Quality.NoAnswer, told[3].Quality);
        Assert.Equal(Noon.AddSeconds(90), told[4].At);
        Assert.Equal(told.Count, told.Select(sample => (sample.Point, sample.At)).Distinct().Count());
    }

    [Fact]
    public async Task Aggregated_SuspectAmong_ThePeriodIsSuspect() => Assert.Equal(
        Quality.Suspect, (await new[] { At(0, 1), At(10, 2) with { Quality = Quality.Suspect }, At(130, 3) }.ToObservable().Aggregated(Rules()).FirstAsync()).Quality);

    [Fact]
    public async Task Aggregated_Counter_LastValueAtItsOwnInstant()
    {
        var told = await Series((0, 10), (60, 11), (110, 12), (125, 13)).Aggregated(Rules(Accumulation.Counter)).ToList();

        Assert.Equal([At(110, 12)], told);
    }

    [Fact]
    public async Task Aggregated_OtherPoints_PassUntouched()
    {
        var other = At(3, 7) with { Point = Point with { Name = "q" } };

        Assert.Equal([other], await Observable.Return(other).Aggregated(Rules()).ToList());
    }

    private static Dictionary<PointId, PointRule> Rules(Accumulation accumulation = Accumulation.Instant) =>
        new() { [Point] = new PointRule { Aggregate = TimeSpan.FromMinutes(2), Accumulation = accumulation } };

    private static Sample At(double seconds, double value) => new(Point, Noon.AddSeconds(seconds), value, Quality.Good);

    private static IObservable<Sample> Series(params (double Seconds, double Value)[] readings) =>
        readings.Select(reading => At(reading.Seconds, reading.Value)).ToObservable();
}
