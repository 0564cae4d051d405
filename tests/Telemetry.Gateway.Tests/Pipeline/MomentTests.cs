using System.Reactive.Linq;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pipeline;

/// <summary>What a device said at one moment travels together, and each point is judged as if it travelled alone.</summary>
public sealed class MomentTests
{
    private static readonly EquipmentId Device = new("m", "g", "d");
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly PointTable Points = new(new Dictionary<PointId, PointRule>
    {
        [new PointId(Device, "banded")] = new() { Band = new Band(0, 10) },
        [new PointId(Device, "counter")] = new() { Accumulation = Accumulation.Counter, CounterPace = TimeSpan.Zero },
        [new PointId(Device, "slow")] = new() { MostPerMinute = 1, Deadband = 0.5 },
        [new PointId(Device, "own")] = new() { Internal = true },
    });

    [Fact]
    public async Task Judged_OneMoment_EachByItsOwnRule()
    {
        var out1 = await Judge([At("banded", 0, 11), At("counter", 0, 7), At("slow", 0, 20), At("own", 0, 1), At("unknown", 0, -5)]);

        Assert.Equal(
            [("banded", Quality.OutOfRange), ("counter", Quality.Good), ("slow", Quality.Good), ("own", Quality.Good), ("unknown", Quality.Good)],
            out1.Select(sample => (sample.Point.Name, sample.Quality)));
    }

    /// <summary>Values sent late come with the present one: the second is judged by the first.</summary>
    [Fact]
    public async Task Judged_SamePointTwiceInAMoment_InTheirOrder()
    {
        var judged = await Judge([At("counter", 0, 7), At("counter", 1, 5), At("slow", 0, 20), At("slow", 1, 30)], [At("counter", 2, 6), At("slow", 2, 20)]);

        Assert.Equal(
            [Quality.Good, Quality.Suspect, Quality.Good, Quality.Suspect, Quality.Good, Quality.Good], judged.Select(sample => sample.Quality));
    }

    [Fact]
    public async Task Judged_ListIsUsedAgain_WhatWasTakenStays()
    {
        var list = new[] { At("banded", 0, 1) };
        var moments = Observable.Range(1, 2).Select(turn =>
        {
            list[0] = At("banded", turn, turn);
            return (IReadOnlyList<Sample>)list;
        });

        var told = await moments.Select(samples => Moment.Of(samples, Points)).CheckRange(Points).ToList();

        Assert.Equal([1, 2], told.Select(moment => moment[0].Value));
    }

    [Fact]
    public async Task Told_InternalAndUnchanged_AreLeftOutOfTheirMoment()
    {
        var judged = Observable.Return(Of(At("own", 0, 1), At("slow", 0, 20), At("counter", 0, 7))).Concat(Observable.Return(Of(At("slow", 1, 20.2), At("own", 1, 2), At("counter", 1, 8))));

        var told = await SamplePipeline.Told(judged, Points).ToList();

        Assert.Equal(["slow 20, counter 7", "counter 8"], told.Select(moment => string.Join(", ", moment.Samples.Select(sample => FormattableString.Invariant($"{sample.Point.Name} {sample.Value}")))));
    }

    [Fact]
    public async Task Told_NothingOfAMoment_IsNotTold() =>
        Assert.Empty(await SamplePipeline.Told(Observable.Return(Of(At("own", 0, 1))), Points).ToList());

    private static async Task<IList<Sample>> Judge(params Sample[][] moments) => await moments.ToObservable().Select(samples => Moment.Of(samples, Points))
        .CheckSentinels(Points).CheckRange(Points).CheckRate(Points).CheckFrozen(Points).CheckCounters(Points).SelectMany(moment => moment.Samples).ToList();

    private static Moment Of(params Sample[] samples) => Moment.Of(samples, Points);

    private static Sample At(string point, double seconds, double value) => new(new PointId(Device, point), Noon.AddSeconds(seconds), value, Quality.Good);
}
