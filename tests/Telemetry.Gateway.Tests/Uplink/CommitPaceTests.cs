using Telemetry.Gateway.Uplink;

namespace Telemetry.Gateway.Tests.Uplink;

/// <summary>How often the memory card is written.</summary>
public sealed class CommitPaceTests
{
    [Fact]
    public void Take_AskedTwentyTimesASecond_TwoKeepsASecondAndADeletionEveryFive()
    {
        var pace = new CommitPace();
        var instants = Enumerable.Range(0, 20 * 10).Select(i => TimeSpan.FromMilliseconds(50 * i)).ToList();

        Assert.Equal(20, instants.Count(now => pace.TakeKeep(now, urgent: false)));
        Assert.Equal(2, instants.Count(now => pace.TakeDelete(now, urgent: false)));
    }

    [Fact]
    public void Take_Urgent_AtOnce()
    {
        var pace = new CommitPace();
        Assert.True(pace.TakeKeep(TimeSpan.Zero, urgent: false));
        Assert.False(pace.TakeKeep(TimeSpan.FromMilliseconds(1), urgent: false));
        Assert.True(pace.TakeKeep(TimeSpan.FromMilliseconds(2), urgent: true));
    }
}
