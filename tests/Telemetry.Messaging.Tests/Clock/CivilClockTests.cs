using Telemetry.Messaging.Clock;

namespace Telemetry.Messaging.Tests.Clock;

public sealed class CivilClockTests
{
    private const string Fast = "start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z;speed=360";
    private static readonly DateTimeOffset Origin = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Parse_Nothing_IsTheRealClock(string? text)
    {
        var real = new HandClock(Origin);

        Assert.Same(real, CivilClock.Parse(text, real));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 3600)]
    [InlineData(240, 86_400)]
    [InlineData(300, 108_000)]
    [InlineData(-10, -3600)]
    public void GetUtcNow_Fast_RunsFromStart(double realSeconds, double townSeconds)
    {
        var clock = CivilClock.Parse(Fast, new HandClock(Origin.AddSeconds(realSeconds)));

        Assert.Equal(Origin.AddDays(-1).AddSeconds(townSeconds), clock.GetUtcNow());
    }

    [Fact]
    public void GetUtcNow_Join_BecomesTheRealClockAndKeepsToIt()
    {
        var real = new HandClock(Origin);
        var clock = (CivilClock)CivilClock.Parse(Fast + ";join=true", real);

        // 86400 s behind, gaining 359 s a second: together after 240.67 s.
        real.Now = Origin.AddSeconds(240);
        Assert.True(clock.GetUtcNow() < real.Now);
        Assert.Equal(360, clock.Speed);
        real.Now = Origin.AddSeconds(241);
        Assert.Equal(real.Now, clock.GetUtcNow());
        Assert.Equal(1, clock.Speed);
        real.Now = Origin.AddDays(3);
        Assert.Equal(real.Now, clock.GetUtcNow());
    }

    [Theory]
    [InlineData("start=yesterday;origin=2026-11-23T15:00:00Z;speed=360", "start")]
    [InlineData("start=2026-11-22T15:00:00Z;speed=360", "origin")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z", "speed")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z;speed=0", "speed")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z;speed=NaN", "speed")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z;speed=20000", "speed")]
    [InlineData("fast please", "start")]
    [InlineData("speed=1;speed=2;start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z", "speed")]
    public void Parse_BadText_NamesThePart(string text, string part)
    {
        var problem = Assert.Throws<FormatException>(() => CivilClock.Parse(text, TimeProvider.System));

        Assert.Contains(CivilClock.Variable, problem.Message, StringComparison.Ordinal);
        Assert.Contains($"'{part}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3600, 10)]
    [InlineData(60, 60 / 360.0)]
    [InlineData(10, 0.1)]
    [InlineData(0.05, 0.05)]
    [InlineData(0, 0)]
    public void CreateTimer_Fast_WaitsLessButNeverFloods(double townSeconds, double realSeconds)
    {
        var real = new HandClock(Origin);
        using var timer = CivilClock.Parse(Fast, real).CreateTimer(_ => { }, null, TimeSpan.FromSeconds(townSeconds), Timeout.InfiniteTimeSpan);

        Assert.Equal(realSeconds, real.Armed.TotalSeconds, 6);
    }

    [Fact]
    public void CreateTimer_Periodic_ArmsItselfAtTheSpeedOfTheMoment()
    {
        var real = new HandClock(Origin);
        var ticks = 0;
        using var timer = CivilClock.Parse(Fast + ";join=true", real)
            .CreateTimer(_ => ticks++, null, TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(6));
        Assert.Equal(TimeSpan.FromSeconds(1), real.Armed);

        real.Tick();
        Assert.Equal(TimeSpan.FromSeconds(1), real.Armed);
        real.Now = Origin.AddDays(1);
        real.Tick();

        Assert.Equal(TimeSpan.FromMinutes(6), real.Armed);
        Assert.Equal(2, ticks);
    }

    [Fact]
    public void CreateTimer_OneShot_DoesNotArmAgain()
    {
        var real = new HandClock(Origin);
        using var timer = CivilClock.Parse(Fast, real).CreateTimer(_ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        var armings = real.Armings;

        real.Tick();

        Assert.Equal(armings, real.Armings);
    }

    [Fact]
    public void GetTimestamp_Fast_StaysReal()
    {
        var clock = CivilClock.Parse(Fast, new HandClock(Origin));

        Assert.Equal(TimeProvider.System.TimestampFrequency, clock.TimestampFrequency);
        Assert.InRange(clock.GetTimestamp() - TimeProvider.System.GetTimestamp(), -clock.TimestampFrequency, clock.TimestampFrequency);
    }

    /// <summary>A real clock moved by hand, with at most one timer.</summary>
    private sealed class HandClock(DateTimeOffset now) : TimeProvider, ITimer
    {
        private TimerCallback _callback = _ => { };

        internal DateTimeOffset Now { get; set; } = now;

        internal TimeSpan Armed { get; private set; }

        internal int Armings { get; private set; }

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (Armed, Armings) = (dueTime, Armings + 1);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        internal void Tick() => _callback(null);
    }
}
