using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Lets a chatty device speak at most once a period and point: a Linky in raw mode sends a frame every second and a half.</summary>
internal static class Thinning
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    extension(IObservable<Sample> samples)
    {
        /// <summary>The first sample of a point at once, then at most one a period, always the latest; a change of quality never waits.</summary>
        /// <param name="periods">The devices concerned, in real time; others pass untouched.</param>
        /// <param name="scheduler">Counts the periods.</param>
        public IObservable<Sample> Thin(IReadOnlyDictionary<EquipmentId, TimeSpan> periods, IScheduler scheduler) => periods.Count == 0
            ? samples
            : Observable.Defer(() =>
            {
                var state = new State(periods);
                return samples.Select(sample => (Sample?)sample)
                    .Merge(Observable.Interval(Look, scheduler).Select(_ => (Sample?)null))
                    .SelectMany(heard => heard is { } sample ? state.Hear(sample, scheduler.Now) : state.Due(scheduler.Now));
            });
    }

    /// <summary>What was told of each point and what waits. One subscription's own.</summary>
    internal sealed class State(IReadOnlyDictionary<EquipmentId, TimeSpan> periods)
    {
        private readonly Dictionary<PointId, (DateTimeOffset Told, Quality Quality)> _told = [];
        private readonly Dictionary<PointId, Sample> _waiting = [];

        internal IReadOnlyList<Sample> Hear(Sample sample, DateTimeOffset now)
        {
            if (!periods.TryGetValue(sample.Point.Equipment, out var period))
            {
                return [sample];
            }

            if (_told.TryGetValue(sample.Point, out var before) && before.Quality == sample.Quality && now - before.Told < period)
            {
                _waiting[sample.Point] = sample;
                return [];
            }

            _waiting.Remove(sample.Point);
            _told[sample.Point] = (now, sample.Quality);
            return [sample];
        }

        internal IReadOnlyList<Sample> Due(DateTimeOffset now)
        {
            var due = _waiting.Values.Where(sample => now - _told[sample.Point].Told >= periods[sample.Point.Equipment]).ToList();
            foreach (var sample in due)
            {
                _waiting.Remove(sample.Point);
                _told[sample.Point] = (now, sample.Quality);
            }

            return due;
        }
    }
}
