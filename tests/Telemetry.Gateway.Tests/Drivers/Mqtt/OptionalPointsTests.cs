using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>The same profile serves meters that tell more and meters that tell less.</summary>
public sealed class OptionalPointsTests
{
    private static readonly DateTimeOffset Noon = new(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void MarkStale_OptionalPointNeverHeard_IsNotMissed_OnceHeardItIs()
    {
        var device = Fields.Device("wmbusmeters-heat", "wmbusmeters/55775511");
        var site = Fields.Site("""  - { id: appareil, name: A, building: b, profile: wmbusmeters-heat, topic: wmbusmeters/55775511 }""");
        var rules = PointRules.For(site);
        var scheduler = new HistoricalScheduler(Noon);
        var stale = new List<string>();
        var flow = new Sample(device.Find("flow.rate")!.Point.Id, Noon, 1, Quality.Good);
        using var subscription = Observable.Timer(Noon.AddMinutes(1), scheduler).Select(_ => flow)
            .MarkStale(rules, () => scheduler.Now, scheduler)
            .Where(sample => sample.Quality == Quality.Stale)
            .Subscribe(sample => stale.Add(sample.Point.Name));

        scheduler.AdvanceTo(Noon.AddHours(3));

        Assert.Equal(["energy.heat", "flow.rate"], stale);
    }
}
