using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pipeline;

/// <summary>Sentinel, rate of change, frozen and rated power: bad data is marked and passed on.</summary>
public sealed class JudgementTests
{
    private static readonly PointId Point = new(new EquipmentId("m", "g", "d"), "p");
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-127, Quality.NoSensor)]
    [InlineData(85, Quality.NoSensor)]
    [InlineData(-126.9, Quality.Good)]
    public void JudgeSentinel_Value_MarkedAndWithoutValue(double value, Quality expected)
    {
        var judged = SentinelCheck.Judge(At(0, value), [-127, 85]);

        Assert.Equal((expected, expected.IsBad), (judged.Quality, double.IsNaN(judged.Value)));
    }

    [Fact]
    public async Task CheckRate_Spike_SuspectAndItsReturnIsGood()
    {
        var judged = await Series((0, 20), (60, 20.5), (70, 55), (120, 21)).CheckRate(Rules(new PointRule { MostPerMinute = 1 })).ToList();

        Assert.Equal([Quality.Good, Quality.Good, Quality.Suspect, Quality.Good], judged.Select(sample => sample.Quality));
        Assert.Equal(55, judged[2].Value);
    }

    [Fact]
    public async Task CheckRate_TrueJump_BelievedOnceThereWasTimeForIt()
    {
        var judged = await Series((0, 20), (60, 25), (240, 25), (300, 25), (360, 25)).CheckRate(Rules(new PointRule { MostPerMinute = 1 })).ToList();

        Assert.Equal([Quality.Good, Quality.Suspect, Quality.Suspect, Quality.Good, Quality.Good], judged.Select(sample => sample.Quality));
    }

    [Fact]
    public void StepRate_ClockSetBack_NewStory() =>
        Assert.Equal(Quality.Good, RateCheck.Step(At(0, 20), At(-3_600, 60), 1).Out.Quality);

    [Fact]
    public void CheckFrozen_NeverMoves_SuspectAfterItsTimeUntilItMoves()
    {
        var scheduler = new HistoricalScheduler(Noon);
        var told = new List<Sample>();
        using var subscription = Observable.Interval(TimeSpan.FromMinutes(10), scheduler)
            .Select(tick => new Sample(Point, scheduler.Now, tick < 9 ? 20 : 20.1, Quality.Good))
            .CheckFrozen(Rules(new PointRule { FrozenAfter = TimeSpan.FromHours(1) })).Subscribe(told.Add);

        scheduler.AdvanceBy(TimeSpan.FromMinutes(100));

        Assert.Equal(
            [.. Enumerable.Repeat(Quality.Good, 7), Quality.Suspect, Quality.Suspect, Quality.Good],
            told.Select(sample => sample.Quality));
    }

    [Theory]
    [InlineData(true, 0, Quality.Good)]
    [InlineData(false, 0, Quality.Suspect)]
    [InlineData(true, 3, Quality.Suspect)]
    public void StepFrozen_Zero_IsRestWhereItMayBe(bool restsAtZero, double value, Quality expected) =>
        Assert.Equal(expected, FrozenCheck.Step(FrozenCheck.Step(null, At(0, value), TimeSpan.FromHours(1), restsAtZero).Moved, At(7_200, value), TimeSpan.FromHours(1), restsAtZero).Out.Quality);

    [Fact]
    public void StepFrozen_SilentBetween_StillFrozen()
    {
        var (moved, _) = FrozenCheck.Step(At(0, 20), Sample.Missing(Point, Noon.AddHours(1), Quality.NoAnswer), TimeSpan.FromHours(1), restsAtZero: false);

        Assert.Equal(Quality.Suspect, FrozenCheck.Step(moved, At(7_200, 20), TimeSpan.FromHours(1), restsAtZero: false).Out.Quality);
    }

    // 36 kW rated: 43.2 kWh in an hour with the margin, and one step of 0.1.
    [Theory]
    [InlineData(3_600, 143.2, Quality.Good)]
    [InlineData(3_600, 143.29, Quality.Good)]
    [InlineData(3_600, 143.4, Quality.Suspect)]
    [InlineData(10, 100.2, Quality.Good)]
    [InlineData(10, 101, Quality.Suspect)]
    [InlineData(36_000, 532, Quality.Good)]
    public async Task CheckCounters_Rise_BoundedByRatedPower(double seconds, double value, Quality expected) =>
        Assert.Equal(expected, (await Series((0, 100), (seconds, value)).CheckCounters(Rated()).LastAsync()).Quality);

    [Fact]
    public async Task CheckCounters_StuckThenCatchesUp_Good()
    {
        // Ten hours without a move, read every hour, then all at once: since the register last moved, not since the last reading.
        var readings = Enumerable.Range(0, 11).Select(hour => At(hour * 3_600, hour < 10 ? 100 : 400));

        Assert.All(await readings.ToObservable().CheckCounters(Rated()).ToList(), sample => Assert.Equal(Quality.Good, sample.Quality));
    }

    // The examples of counters and intervals: a false zero and a spike leave the reference where it was.
    [Theory]
    [InlineData(500, 0, 501, 502)]
    [InlineData(500, 5500, 501, 502)]
    public async Task CheckCounters_FalseZeroOrSpike_OnlyThatIsSuspect(double first, double wrong, double third, double fourth)
    {
        var judged = await Series((0, first), (900, wrong), (1_800, third), (2_700, fourth)).CheckCounters(Rated()).ToList();

        Assert.Equal([Quality.Good, Quality.Suspect, Quality.Good, Quality.Good], judged.Select(sample => sample.Quality));
        Assert.Equal(wrong, judged[1].Value);
    }

    [Fact]
    public async Task CheckCounters_Replaced_BelievedAtTheThirdReadingThatFollows()
    {
        var judged = await Series((0, 12_410), (900, 12), (1_800, 13), (2_700, 15), (3_600, 16)).CheckCounters(Rated()).ToList();

        Assert.Equal([Quality.Good, Quality.Suspect, Quality.Suspect, Quality.Good, Quality.Good], judged.Select(sample => sample.Quality));
    }

    [Theory]
    [InlineData(true, Quality.Good, Quality.Good)]
    [InlineData(false, Quality.Good, Quality.ClockUncertain)]
    [InlineData(false, Quality.Suspect, Quality.Suspect)]
    [InlineData(false, Quality.NoAnswer, Quality.NoAnswer)]
    public void JudgeClock_Uncertain_OnlyGoodIsMarked(bool certain, Quality before, Quality expected) =>
        Assert.Equal(expected, ClockCheck.Judge(new Sample(Point, Noon, 1, before), certain).Quality);

    private static Dictionary<PointId, PointRule> Rated() =>
        Rules(new PointRule { Accumulation = Accumulation.Counter, RatedUnitsPerHour = 36, Resolution = 0.1 });

    private static Dictionary<PointId, PointRule> Rules(PointRule rule) => new() { [Point] = rule };

    private static Sample At(double seconds, double value) => new(Point, Noon.AddSeconds(seconds), value, Quality.Good);

    private static IObservable<Sample> Series(params (double Seconds, double Value)[] readings) =>
        readings.Select(reading => At(reading.Seconds, reading.Value)).ToObservable();
}
