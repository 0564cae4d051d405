using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Uplink;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pipeline;

/// <summary>A clock that was never set, and one that jumps: times are corrected or marked, ages never jump.</summary>
public sealed class ClockWatchTests
{
    private static readonly DateTimeOffset Built = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;
    private static readonly PointId Point = new(new EquipmentId("m", "g", "d"), "p");

    [Fact]
    public void Look_OrdinaryTimeAndSmallCorrections_AlwaysCertain()
    {
        var clock = new Jumping(Noon);
        var watch = new ClockWatch(clock, Built);
        for (var i = 0; i < 100; i++)
        {
            clock.Pass(TimeSpan.FromSeconds(10));
            clock.Jump(TimeSpan.FromSeconds(i % 2 == 0 ? 40 : -40));
            Assert.True(watch.Look().IsCertain);
        }

        Assert.Equal((TimeSpan.Zero, Noon.AddSeconds(1_000)), (watch.Steps, watch.Steady));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(86_400)]
    public void Look_StepsForward_UncertainForAMinuteAndAgesDoNotJump(double seconds)
    {
        var clock = new Jumping(Noon);
        var watch = new ClockWatch(clock, Built);
        var said = new List<TimeSpan>();
        watch.Stepped += said.Add;

        clock.Pass(TimeSpan.FromSeconds(1));
        clock.Jump(TimeSpan.FromSeconds(seconds));

        Assert.False(watch.Look().IsCertain);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], said);
        Assert.Equal(Noon.AddSeconds(1), watch.Steady);
        clock.Pass(TimeSpan.FromSeconds(59));
        Assert.False(watch.Look().IsCertain);
        clock.Pass(TimeSpan.FromSeconds(2));
        Assert.True(watch.Look().IsCertain);
        Assert.Equal(Noon.AddSeconds(62), watch.Steady);
    }

    [Fact]
    public void Look_StepsBack_UncertainUntilItHasPassedWhereItWas()
    {
        var clock = new Jumping(Noon);
        var watch = new ClockWatch(clock, Built);
        clock.Jump(TimeSpan.FromHours(-1));

        Assert.False(watch.Look().IsCertain);
        clock.Pass(TimeSpan.FromMinutes(59));
        Assert.False(watch.Look().IsCertain);
        clock.Pass(TimeSpan.FromMinutes(2));
        Assert.True(watch.Look().IsCertain);
    }

    [Fact]
    public void Look_NeverSetThenSet_CertainAtOnce()
    {
        var clock = new Jumping(Epoch);
        var watch = new ClockWatch(clock, Built);
        Assert.False(watch.Look().IsCertain);
        Assert.False(watch.IsSet);

        clock.Pass(TimeSpan.FromMinutes(3));
        clock.Jump(Noon - Epoch);

        Assert.True(watch.Look().IsCertain);
        Assert.Equal(Noon.AddMinutes(3), watch.Steady);
    }

    [Fact]
    public void Pass_ClockNeverSet_HeldThenCorrectedInOrder()
    {
        var clock = new Jumping(Epoch);
        var watch = new ClockWatch(clock, Built);
        var hold = new ClockHold(watch, 1_000, TimeSpan.FromMinutes(15));
        for (var i = 0; i < 5; i++)
        {
            clock.Pass(TimeSpan.FromSeconds(10));
            Assert.Empty(hold.Pass([Marked(clock, watch, i)], TimeSpan.FromSeconds(i * 10)));
        }

        clock.Jump(Noon - Epoch);
        clock.Pass(TimeSpan.FromSeconds(1));
        watch.Look();
        var passed = hold.Pass([Marked(clock, watch, 5)], TimeSpan.FromSeconds(51));

        Assert.Equal([0.0, 1, 2, 3, 4, 5], passed.Select(sample => sample.Value));
        Assert.Equal([10.0, 20, 30, 40, 50, 51], passed.Select(sample => (sample.At - Noon).TotalSeconds));
        Assert.All(passed, sample => Assert.Equal(Quality.Good, sample.Quality));
    }

    [Fact]
    public void Pass_ClockNeverSetForLong_LetThroughMarked()
    {
        var clock = new Jumping(Epoch);
        var watch = new ClockWatch(clock, Built);
        var hold = new ClockHold(watch, 3, TimeSpan.FromMinutes(15));
        Assert.Empty(hold.Pass([Marked(clock, watch, 0), Marked(clock, watch, 1), Marked(clock, watch, 2)], TimeSpan.Zero));

        Assert.Equal([0.0, 1], hold.Pass([Marked(clock, watch, 3), Marked(clock, watch, 4)], TimeSpan.FromMinutes(1)).Select(sample => sample.Value));
        var rest = hold.Pass([], TimeSpan.FromMinutes(15));

        Assert.Equal([2.0, 3, 4], rest.Select(sample => sample.Value));
        Assert.All(rest, sample => Assert.Equal(Quality.ClockUncertain, sample.Quality));
        Assert.Equal(0, hold.Count);
    }

    [Theory]
    [InlineData("2026-11-23", 22)]
    [InlineData(null, 1)]
    [InlineData("yesterday", 1)]
    public void ParseBuildDate_ADayBefore(string? text, int day) => Assert.Equal(day, BuildDate.Parse(text).Day);

    private static Sample Marked(Jumping clock, ClockWatch watch, double value) =>
        ClockCheck.Judge(new Sample(Point, clock.GetUtcNow(), value, Quality.Good), watch.IsCertain);

    /// <summary>A wall clock that a test moves, over a count of time that only passes.</summary>
    private sealed class Jumping(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset _wall = start;
        private long _passed;

        public override DateTimeOffset GetUtcNow() => _wall;

        public override long GetTimestamp() => _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        internal void Pass(TimeSpan time) => (_wall, _passed) = (_wall + time, _passed + time.Ticks);

        internal void Jump(TimeSpan step) => _wall += step;
    }
}
