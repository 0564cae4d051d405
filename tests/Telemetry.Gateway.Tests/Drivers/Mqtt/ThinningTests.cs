using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

public sealed class ThinningTests
{
    private static readonly EquipmentId Linky = new("ville", "gw", "linky");
    private static readonly EquipmentId Other = new("ville", "gw", "autre");
    private static readonly DateTimeOffset Noon = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Thin_RawFramesEverySecondAndAHalf_OneEveryTenSecondsAndTheLast()
    {
        var told = Run(Enumerable.Range(0, 10).Select(i => (1.5 * i, Of(Linky, i))), seconds: 60);

        // Frames at 0, 1.5, ... 13.5 s: the first at once, the one known at 10 s, then the last.
        Assert.Equal([(0, 0), (10, 6), (20, 9)], told.Select(one => (one.Second, one.Sample.Value)));
    }

    [Fact]
    public void Thin_LastChangeThenSilence_IsNotLost()
    {
        var told = Run([(0, Of(Linky, 170)), (1, Of(Linky, 160))], seconds: 60);

        Assert.Equal([(0, 170), (10, 160)], told.Select(one => (one.Second, one.Sample.Value)));
        Assert.Equal(Noon.AddSeconds(160), told[1].Sample.At);
    }

    [Fact]
    public void Thin_ChangeOfQuality_DoesNotWait()
    {
        var told = Run([(0, Of(Linky, 1)), (1, Sample.Missing(new PointId(Linky, "p"), Noon, Quality.NoAnswer))], seconds: 5);

        Assert.Equal([Quality.Good, Quality.NoAnswer], told.Select(one => one.Sample.Quality));
    }

    [Fact]
    public void Thin_OtherDevices_PassUntouched()
    {
        var told = Run([(0, Of(Other, 1)), (1, Of(Other, 2)), (2, Of(Other, 3))], seconds: 5);

        Assert.Equal([1, 2, 3], told.Select(one => one.Sample.Value));
    }

    private static Sample Of(EquipmentId device, double value) => new(new PointId(device, "p"), Noon.AddSeconds(value), value, Quality.Good);

    private static List<(double Second, Sample Sample)> Run(IEnumerable<(double Second, Sample Sample)> said, double seconds)
    {
        var scheduler = new HistoricalScheduler(Noon);
        var told = new List<(double, Sample)>();
        var source = said.Select(one => Observable.Timer(Noon.AddSeconds(one.Second), scheduler).Select(_ => one.Sample)).Merge();
        using var subscription = source.Thin(new Dictionary<EquipmentId, TimeSpan> { [Linky] = TimeSpan.FromSeconds(10) }, scheduler)
            .Subscribe(sample => told.Add(((scheduler.Now - Noon).TotalSeconds, sample)));
        scheduler.AdvanceTo(Noon.AddSeconds(seconds));
        return told;
    }
}
