using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Commissioning.Simulation;

/// <summary>A site without its field: every point speaks at its device's pace, and every value says that it is doubtful.</summary>
internal static class SyntheticField
{
    internal static IObservable<IReadOnlyList<Sample>> Of(SiteConfiguration site, TimeProvider clock, IScheduler scheduler) =>
        site.Devices
            .Select(device => Observable.Timer(TimeSpan.Zero, Pace.Real(clock, device.Period), scheduler).Select(_ => (IReadOnlyList<Sample>)[.. Turn(device, clock.GetUtcNow())]))
            .Merge();

    /// <summary>All points of a device at one instant.</summary>
    internal static IEnumerable<Sample> Turn(DeviceConfiguration device, DateTimeOffset at) =>
        device.Points.Select(point => new Sample(point.Point.Id, at, SyntheticValue.Of(point, at), Quality.Suspect));
}
