using Telemetry.Dashboard.Boilers;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>A town that runs fast is not silent because its messages are on their way.</summary>
public sealed class LatenessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1.0, 0)]
    [InlineData(120, 8.0, 8)]
    [InlineData(120, 119.0, 119)]
    [InlineData(120, 121.0, 0)]
    [InlineData(120, null, 0)]
    [InlineData(120, -5.0, 0)]
    public void SeenAt_TheInstantTheGatewayLastTold_WhileItIsNoLaterThanItMay(double slack, double? toldMinutesAgo, double seenMinutesAgo) =>
        Assert.Equal(Now.AddMinutes(-seenMinutesAgo), Lateness.SeenAt(Now, TimeSpan.FromMinutes(slack), () => toldMinutesAgo is { } ago ? Now.AddMinutes(-ago) : null));

    [Fact]
    public void SeenAt_InRealTime_AsksNobody() => Assert.Equal(Now, Lateness.SeenAt(Now, TimeSpan.Zero, () => throw new InvalidOperationException("asked")));

    [Fact]
    public void Slack_OfTheRealClock_IsNone() => Assert.Equal(TimeSpan.Zero, Lateness.Slack(TimeProvider.System));
}
