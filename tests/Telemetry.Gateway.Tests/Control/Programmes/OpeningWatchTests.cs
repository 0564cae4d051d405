using Telemetry.Gateway.Control.Programmes;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>How far from an opening the room was warm, minute by minute.</summary>
public sealed class OpeningWatchTests
{
    private static readonly DateTimeOffset Opening = new(2026, 1, 5, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-60, -60)]
    [InlineData(-10, -10)]
    [InlineData(0, 0)]
    [InlineData(75, 75)]
    [InlineData(1000, 240)]
    public void Look_WarmSoFarFromTheOpening_SaysSoOnce(int warmAt, double late)
    {
        var verdicts = Follow(minute => minute >= warmAt ? 18.8 : 17);

        Assert.Equal([TimeSpan.FromMinutes(late)], verdicts);
    }

    [Fact]
    public void Look_SensorLostOrSomebodySteers_SaysNothing()
    {
        Assert.Empty(Follow(minute => minute == -5 ? null : 17));
        Assert.Equal((null, null), new OpeningWatch(Opening, 19).Look(Opening, 17, spoilt: true));
    }

    private static List<TimeSpan> Follow(Func<int, double?> room)
    {
        var (verdicts, watch) = (new List<TimeSpan>(), (OpeningWatch?)new OpeningWatch(Opening, 19));
        for (var minute = -120; watch is not null && minute <= 600; minute++)
        {
            (watch, var late) = watch!.Look(Opening.AddMinutes(minute), room(minute), spoilt: false);
            verdicts.AddRange(late is { } said ? [said] : []);
        }

        return verdicts;
    }
}
