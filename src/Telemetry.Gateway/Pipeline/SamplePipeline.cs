using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>From what drivers read to what may be believed.</summary>
internal static class SamplePipeline
{
    /// <summary>Every sample, judged: bad data is marked and passed on, never dropped.</summary>
    internal static IObservable<Sample> Judged(
        IEnumerable<IObservable<Sample>> drivers, IReadOnlyDictionary<PointId, PointRule> rules, TimeProvider clock, IScheduler scheduler) =>
        drivers.Merge()
            .CheckRange(rules)
            .CheckCounters(rules)
            .MarkStale(rules, clock.GetUtcNow, scheduler);
}
