using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Pipeline;
using Telemetry.Messaging.Clock;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pipeline;

public sealed class OperatorTests
{
    private static readonly PointId Point = new(new EquipmentId("m", "g", "d"), "p");
    private static readonly PointId Other = new(new EquipmentId("m", "g", "d"), "q");
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-50, Quality.Good)]
    [InlineData(60, Quality.Good)]
    [InlineData(60.1, Quality.OutOfRange)]
    [InlineData(-50.1, Quality.OutOfRange)]
    public void Judge_AgainstBand(double value, Quality expected)
    {
        var judged = RangeCheck.Judge(new Sample(Point, Noon, value, Quality.Good), new Band(-50, 60));

        Assert.Equal((expected, expected.IsBad), (judged.Quality, double.IsNaN(judged.Value)));
    }

    [Fact]
    public void Judge_AlreadyBad_KeepsItsReason() =>
        Assert.Equal(Quality.NoSensor, RangeCheck.Judge(Sample.Missing(Point, Noon, Quality.NoSensor), new Band(0, 1)).Quality);

    [Fact]
    public async Task CheckCounters_FallAndRise_OnlyTheFallIsSuspect()
    {
        var rules = Rules(new PointRule { Accumulation = Accumulation.Counter });
        var qualities = await Series(100, 104, 3, 5).CheckCounters(rules).Select(sample => (sample.Value, sample.Quality)).ToList();

        Assert.Equal([(100, Quality.Good), (104, Quality.Good), (3, Quality.Suspect), (5, Quality.Good)], qualities);
    }

    [Fact]
    public async Task CheckCounters_BadBetween_FallIsStillSeen()
    {
        var samples = new[] { Good(0, 100), Sample.Missing(Point, Noon.AddSeconds(1), Quality.NoAnswer), Good(2, 7) };
        var judged = await samples.ToObservable().CheckCounters(Rules(new PointRule { Accumulation = Accumulation.Counter })).ToList();

        Assert.Equal([Quality.Good, Quality.NoAnswer, Quality.Suspect], judged.Select(sample => sample.Quality));
    }

    [Fact]
    public async Task CheckCounters_InstantPointFalls_Good() =>
        Assert.Equal(Quality.Good, (await Series(5, 1).CheckCounters(Rules(new PointRule())).LastAsync()).Quality);

    [Theory]
    // elapsed seconds, value, quality → news?
    [InlineData(1, 20.04, Quality.Good, false)]
    [InlineData(1, 20.06, Quality.Good, true)]
    [InlineData(1, 19.9, Quality.Good, true)]
    [InlineData(59, 20, Quality.Good, false)]
    [InlineData(60, 20, Quality.Good, true)]
    [InlineData(1, double.NaN, Quality.NoSensor, true)]
    [InlineData(0, 25, Quality.Good, false)]
    [InlineData(-5, 20, Quality.Good, true)]
    public void IsNews_AfterAGoodValue(double seconds, double value, Quality quality, bool expected) =>
        Assert.Equal(expected, ReportByException.IsNews(Good(0, 20), new Sample(Point, Noon.AddSeconds(seconds), value, quality), new PointRule { Deadband = 0.05 }));

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void IsNews_CounterMoves_AtItsPaceOnly(double seconds, bool expected) =>
        Assert.Equal(expected, ReportByException.IsNews(Good(0, 20), Good(seconds, 21), new PointRule { Accumulation = Accumulation.Counter }));

    [Fact]
    public async Task OnlyNews_BadForLong_ToldOnceAndAtHeartbeat()
    {
        var bad = Enumerable.Range(0, 130).Select(second => Sample.Missing(Point, Noon.AddSeconds(second), Quality.NoAnswer)).ToObservable();

        Assert.Equal([0, 60, 120], (await bad.OnlyNews(Rules(new PointRule())).ToList()).Select(sample => (sample.At - Noon).TotalSeconds));
    }

    [Fact]
    public async Task OnlyNews_SlowDrift_IsNotLostInTheDeadband()
    {
        var drift = Enumerable.Range(0, 30).Select(second => Good(second, 20 + (second * 0.02))).ToObservable();
        var told = await drift.OnlyNews(Rules(new PointRule { Deadband = 0.05 })).ToList();

        Assert.True(told[^1].Value >= 20.5, "the last value told is near the truth");
        Assert.InRange(told.Count, 5, 15);
    }

    [Fact]
    public void MarkStale_SilentAndNeverHeard_ToldOnceEach()
    {
        var scheduler = new HistoricalScheduler(Noon);
        var rules = new Dictionary<PointId, PointRule>
        {
            [Point] = new() { StaleAfter = TimeSpan.FromSeconds(10) },
            [Other] = new() { StaleAfter = TimeSpan.FromSeconds(30) },
        };
        var heard = Observable.Timer(TimeSpan.FromSeconds(5), scheduler).Select(_ => Good(5, 1))
            .Concat(Observable.Timer(TimeSpan.FromSeconds(40), scheduler).Select(_ => Good(45, 2)))
            .Concat(Observable.Never<Sample>());
        var told = new List<Sample>();
        using var subscription = heard.MarkStale(rules, () => scheduler.Now, scheduler).Subscribe(told.Add);

        scheduler.AdvanceBy(TimeSpan.FromSeconds(44));
        Assert.Equal(
            [(Point, Quality.Good), (Point, Quality.Stale), (Other, Quality.Stale)],
            told.Select(sample => (sample.Point, sample.Quality)));
        Assert.Equal(Noon.AddSeconds(16), told[1].At);

        scheduler.AdvanceBy(TimeSpan.FromSeconds(20));
        Assert.Equal([Quality.Good, Quality.Stale], told.Skip(3).Select(sample => sample.Quality));
    }

    /// <summary>A town that catches up with the present is judged fast only while it runs fast.</summary>
    [Fact]
    public void MarkStale_TownThatJoinsThePresent_ItsSilencesAreRealFromThenOn()
    {
        var real = new Control.HandClock();
        var town = CivilClock.Parse(FormattableString.Invariant($"start={real.Now.AddHours(-8):O};origin={real.Now:O};speed=480;join=true"), real);
        Assert.Equal([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7.5)], new[] { 180, 3600 }.Select(seconds => PointRules.Real(town, TimeSpan.FromSeconds(seconds))));
        real.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(TimeSpan.FromSeconds(180), PointRules.Real(town, TimeSpan.FromSeconds(180)));

        var (scheduler, speed) = (new HistoricalScheduler(Noon), 10);
        var told = new List<Sample>();
        using var subscription = Observable.Interval(TimeSpan.FromSeconds(60), scheduler).Select(beat => Good(60 * beat, beat))
            .MarkStale(Rules(new PointRule { StaleAfter = TimeSpan.FromSeconds(180) }), () => scheduler.Now, scheduler, silence => silence / speed).Subscribe(told.Add);
        scheduler.AdvanceBy(TimeSpan.FromSeconds(119));
        Assert.Equal([Quality.Stale, Quality.Good, Quality.Stale], told.Select(sample => sample.Quality));
        speed = 1;
        scheduler.AdvanceBy(TimeSpan.FromSeconds(300));
        Assert.All(told.Skip(3), sample => Assert.Equal(Quality.Good, sample.Quality));
        Assert.Equal(5, told.Count - 3);
    }

    private static Sample Good(double seconds, double value) => new(Point, Noon.AddSeconds(seconds), value, Quality.Good);

    private static IObservable<Sample> Series(params double[] values) => values.Select((value, i) => Good(i, value)).ToObservable();

    private static Dictionary<PointId, PointRule> Rules(PointRule rule) => new() { [Point] = rule };
}
