using Telemetry.Gateway.Control.Boilers;

namespace Telemetry.Gateway.Tests.Control.Boilers;

public sealed class FlameTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_DatesTheChangesThatWereSeen_NotWhatWasThereBefore()
    {
        var first = Flame.Unknown.Next(false, Noon).Next(false, Noon.AddMinutes(1));
        Assert.Equal(new Flame(false, null), first);

        var lit = first.Next(true, Noon.AddMinutes(2)).Next(true, Noon.AddMinutes(3));
        Assert.Equal(new Flame(true, Noon.AddMinutes(2)), lit);

        // Silence between: what happened meanwhile nobody knows.
        Assert.Equal(new Flame(false, null), lit.Next(null, Noon.AddMinutes(4)).Next(false, Noon.AddMinutes(5)));
    }

    [Fact]
    public void Next_ClockSetBack_NeverLaterThanNow() =>
        Assert.Equal(new Flame(true, Noon.AddDays(-2)), new Flame(true, Noon).Next(true, Noon.AddDays(-2)));
}
