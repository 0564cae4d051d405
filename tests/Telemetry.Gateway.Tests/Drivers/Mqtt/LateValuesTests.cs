using System.Reactive.Linq;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>Values that a field node kept during an outage and sends late: history, never the present.</summary>
public sealed class LateValuesTests
{
    private static readonly PointId Register = new(new EquipmentId("ville", "gw", "compteur"), "energy.import");
    private static readonly PointTable Points = new(new Dictionary<PointId, PointRule> { [Register] = new() });
    private static readonly DateTimeOffset Noon = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void CheckCounters_LateReading_IsNotAFallOfTheRegister()
    {
        var rules = new Dictionary<PointId, PointRule> { [Register] = new() { Accumulation = Accumulation.Counter } };

        var judged = new[] { At(0, 100), At(-60, 90), At(-30, 95), At(1, 101), At(2, 5) }.ToObservable().CheckCounters(rules).ToEnumerable();

        Assert.Equal([Quality.Good, Quality.Good, Quality.Good, Quality.Good, Quality.Suspect], judged.Select(sample => sample.Quality));
    }

    [Fact]
    public void Keep_LateReading_LeavesThePresentValue()
    {
        var live = new LiveValues(new SetClock { Now = Noon.AddMinutes(1) });

        live.Keep(Moment.Of([At(0, 100)], Points));
        live.Keep(Moment.Of([At(-60, 90)], Points));

        Assert.Equal(100, live.Find(Register)?.Value);
    }

    [Fact]
    public void Keep_ClockSetBack_TakesTheNewPresent()
    {
        var live = new LiveValues(new SetClock { Now = Noon.AddMinutes(-60) });

        live.Keep(Moment.Of([At(0, 100)], Points));
        live.Keep(Moment.Of([At(-60, 90)], Points));

        Assert.Equal(90, live.Find(Register)?.Value);
    }

    [Fact]
    public void Keep_CachedRepeatAfterSilence_IsThePresentAgain()
    {
        var live = new LiveValues(new SetClock { Now = Noon.AddMinutes(90) });

        live.Keep(Moment.Of([At(0, 19.5)], Points));
        live.Keep(Moment.Of([Sample.Missing(Register, Noon.AddMinutes(80), Quality.Stale)], Points));
        live.Keep(Moment.Of([At(0, 19.5)], Points));

        Assert.Equal(19.5, live.Find(Register)?.Value);
    }

    private static Sample At(double minutes, double value) => new(Register, Noon.AddMinutes(minutes), value, Quality.Good);
}
