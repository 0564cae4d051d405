using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Tells, once, that a point has been silent for too long. Silence is counted on the real clock, for it is the network's.</summary>
internal static class StaleMark
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, and one without value for each point that falls silent, the never heard included.</summary>
        /// <param name="rules">Every point that should be heard.</param>
        /// <param name="civil">Says the instant that a silence is told with.</param>
        /// <param name="scheduler">Counts the silence.</param>
        public IObservable<Sample> MarkStale(IReadOnlyDictionary<PointId, PointRule> rules, Func<DateTimeOffset> civil, IScheduler scheduler) =>
            Observable.Defer(() =>
            {
                var state = new State(rules, scheduler.Now);
                return samples.Select(sample => (Sample?)sample)
                    .Merge(Observable.Interval(Look, scheduler).Select(_ => (Sample?)null))
                    .SelectMany(heard => heard is { } sample ? state.Hear(sample, scheduler.Now) : state.Silent(civil(), scheduler.Now));
            });
    }

    /// <summary>When each point was last heard. One subscription's own.</summary>
    internal sealed class State(IReadOnlyDictionary<PointId, PointRule> rules, DateTimeOffset start)
    {
        private readonly Dictionary<PointId, (DateTimeOffset Heard, bool Told)> _points =
            rules.Where(pair => !pair.Value.Optional).ToDictionary(pair => pair.Key, _ => (start, false));

        internal IReadOnlyList<Sample> Hear(Sample sample, DateTimeOffset now)
        {
            _points[sample.Point] = (now, false);
            return [sample];
        }

        internal IReadOnlyList<Sample> Silent(DateTimeOffset civil, DateTimeOffset now)
        {
            List<Sample>? told = null;
            foreach (var (point, (heard, said)) in _points)
            {
                if (!said && rules.TryGetValue(point, out var rule) && now - heard > rule.StaleAfter)
                {
                    (told ??= []).Add(Sample.Missing(point, civil, Quality.Stale));
                }
            }

            foreach (var sample in told ?? [])
            {
                _points[sample.Point] = (_points[sample.Point].Heard, true);
            }

            return told ?? (IReadOnlyList<Sample>)[];
        }
    }
}
