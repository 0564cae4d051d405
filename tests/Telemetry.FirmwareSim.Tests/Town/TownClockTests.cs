using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Town;

public sealed class TownClockTests
{
    private static readonly DateTimeOffset Real = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Now_Accelerated_RunsFromItsStart()
    {
        var time = new Frozen { Now = Real.AddSeconds(10) };
        var clock = TownClock.Parse("start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z;speed=360", time);

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero), clock.Now);
        Assert.Equal(360, clock.Speed);
        time.Now = Real.AddDays(1);
        Assert.True(clock.Now > time.Now);
    }

    [Fact]
    public void Now_Joining_BecomesTheRealClockWhenItCatchesUp()
    {
        var time = new Frozen { Now = Real };
        var clock = TownClock.Parse("start=2026-11-23T14:00:00Z;origin=2026-11-23T15:00:00Z;speed=360;join=true", time);

        Assert.Equal(Real.AddHours(-1), clock.Now);
        time.Now = Real.AddSeconds(60);
        Assert.Equal(time.Now, clock.Now);
        Assert.Equal(1, clock.Speed);
    }

    [Fact]
    public void Parse_Nothing_IsTheRealClock()
    {
        var time = new Frozen { Now = Real };
        var clock = TownClock.Parse(null, time);
        time.Now = Real.AddSeconds(5);

        Assert.Equal(Real.AddSeconds(5), clock.Now);
        Assert.Equal(1, clock.Speed);
    }

    [Theory]
    [InlineData("speed=360", "start")]
    [InlineData("start=2026-11-22T15:00:00Z;speed=360", "origin")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-22T15:00:00Z", "speed")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-22T15:00:00Z;speed=0", "speed")]
    [InlineData("start=2026-11-22T15:00:00Z;origin=2026-11-22T15:00:00Z;speed=1;pace=3", "pace")]
    public void Parse_Wrong_NamesThePart(string text, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => TownClock.Parse(text, TimeProvider.System)).Message, StringComparison.Ordinal);

    [Fact]
    public void RealWait_FastTown_NeverUnderTheFloor()
    {
        var clock = TownClock.Parse("start=2026-11-22T15:00:00Z;origin=2026-11-23T15:00:00Z;speed=360", new Frozen { Now = Real });

        Assert.Equal(TimeSpan.FromMilliseconds(200), clock.RealWait(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200)));
        Assert.Equal(TimeSpan.FromSeconds(10), clock.RealWait(TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(200)));
    }

    private sealed class Frozen : TimeProvider
    {
        internal DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
