using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>From what drivers read to what may be believed.</summary>
internal static class SamplePipeline
{
    /// <summary>Every sample, judged: bad data is marked and passed on, never dropped.</summary>
    internal static IObservable<Moment> Judged(
        IEnumerable<IObservable<IReadOnlyList<Sample>>> drivers, PointTable points, TimeProvider clock, ClockWatch watch, IScheduler scheduler) =>
        drivers.Merge()
            .Select(samples => Moment.Of(samples, points))
            .Where(moment => moment.Count > 0)
            .CheckSentinels(points)
            .CheckRange(points)
            .CheckRate(points)
            .CheckFrozen(points)
            .CheckCounters(points)
            .MarkStale(points, clock.GetUtcNow, scheduler, silence => PointRules.Real(clock, silence))
            .CheckClock(watch);

    /// <summary>Of the samples judged, those worth sending over a thin line.</summary>
    internal static IObservable<Moment> Told(IObservable<Moment> judged, PointTable points) =>
        judged.OnlyPublished(points)
            .Aggregated(points)
            .OnlyNews(points);
}
