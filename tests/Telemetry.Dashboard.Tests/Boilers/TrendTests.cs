using Telemetry.Dashboard.Boilers;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>How fast rooms cool down.</summary>
public sealed class TrendTests
{
    private static readonly PointId Room = new(new EquipmentId("v", "g", "d"), "room.temperature");
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void KelvinPerHour_AStraightFall_IsItsSlope() => Assert.Equal(-0.6, Trend.KelvinPerHour(Samples(12, index => 18 - (0.1 * index)))!.Value, 6);

    [Fact]
    public void KelvinPerHour_BadSamples_AreLeftOut()
    {
        var samples = Samples(12, index => 18 - (0.1 * index)).Select((sample, index) => index == 5 ? sample with { Value = double.NaN, Quality = Quality.NoSensor } : sample).ToList();

        Assert.Equal(-0.6, Trend.KelvinPerHour(samples)!.Value, 6);
    }

    [Fact]
    public void KelvinPerHour_TooFewOrTooShort_IsNotTold()
    {
        Assert.Null(Trend.KelvinPerHour(Samples(3, _ => 18)));
        Assert.Null(Trend.KelvinPerHour([.. Samples(12, _ => 18).Select((sample, index) => sample with { At = Noon.AddSeconds(index) })]));
    }

    private static List<Sample> Samples(int count, Func<int, double> value) =>
        [.. Enumerable.Range(0, count).Select(index => new Sample(Room, Noon.AddMinutes(10 * index), value(index), Quality.Good))];
}
