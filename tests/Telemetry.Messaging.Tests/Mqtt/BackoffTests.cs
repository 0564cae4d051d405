using Telemetry.Messaging.Mqtt;

namespace Telemetry.Messaging.Tests.Mqtt;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1.0, new[] { 250, 500, 1000, 2000, 3000, 3000 })]
    [InlineData(0.0, new[] { 250, 250, 500, 1000, 1500, 1500 })]
    public void Next_Repeated_DoublesWithinBounds(double chance, int[] expected)
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(3), () => chance);

        Assert.Equal(expected, expected.Select(_ => (int)backoff.Next().TotalMilliseconds));
    }

    [Fact]
    public void Reset_StartsAgain()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8), () => 1);
        backoff.Next();
        backoff.Next();

        backoff.Reset();

        Assert.Equal(TimeSpan.FromSeconds(1), backoff.Next());
    }
}
