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
        IEnumerable<IObservable<Sample>> drivers, IReadOnlyDictionary<PointId, PointRule> rules, TimeProvider clock, ClockWatch watch, IScheduler scheduler) =>
        drivers.Merge()
            .CheckSentinels(rules)
            .CheckRange(rules)
            .CheckRate(rules)
            .CheckFrozen(rules)
            .CheckCounters(rules)
            .MarkStale(rules, clock.GetUtcNow, scheduler)
            .CheckClock(watch);

    /// <summary>Of the samples judged, those worth sending over a thin line.</summary>
    internal static IObservable<Sample> Told(IObservable<Sample> judged, IReadOnlySet<PointId> published, IReadOnlyDictionary<PointId, PointRule> rules) =>
        judged.Where(sample => published.Contains(sample.Point))
            .Aggregated(rules)
            .OnlyNews(rules);
}
