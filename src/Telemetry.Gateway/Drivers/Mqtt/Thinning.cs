using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Lets a chatty device speak at most once a period and point: a Linky in raw mode sends a frame every second and a half.</summary>
internal static class Thinning
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    extension(IObservable<IReadOnlyList<Sample>> moments)
    {
        /// <summary>The first sample of a point at once, then at most one a period, always the latest; a change of quality never waits.</summary>
        /// <param name="periods">The devices concerned, in real time; others pass untouched.</param>
        /// <param name="scheduler">Counts the periods.</param>
        public IObservable<IReadOnlyList<Sample>> Thin(IReadOnlyDictionary<EquipmentId, TimeSpan> periods, IScheduler scheduler) => periods.Count == 0
            ? moments
            : Observable.Defer(() =>
            {
                var state = new State(periods);
                return moments.Merge(Observable.Interval(Look, scheduler).Select(_ => (IReadOnlyList<Sample>)[]))
                    .Select(moment => moment.Count > 0 ? state.Hear(moment, scheduler.Now) : state.Due(scheduler.Now))
                    .Where(moment => moment.Count > 0);
            });
    }

    /// <summary>What was told of each point and what waits. One subscription's own.</summary>
    internal sealed class State(IReadOnlyDictionary<EquipmentId, TimeSpan> periods)
    {
        private readonly Dictionary<PointId, (DateTimeOffset Told, Quality Quality)> _told = [];
        private readonly Dictionary<PointId, Sample> _waiting = [];

        internal IReadOnlyList<Sample> Hear(IReadOnlyList<Sample> moment, DateTimeOffset now) => [.. moment.Where(sample => MayPass(sample, now))];

        private bool MayPass(Sample sample, DateTimeOffset now)
        {
            if (!periods.TryGetValue(sample.Point.Equipment, out var period))
            {
                return true;
            }

            if (_told.TryGetValue(sample.Point, out var before) && before.Quality == sample.Quality && now - before.Told < period)
            {
                _waiting[sample.Point] = sample;
                return false;
            }

            _waiting.Remove(sample.Point);
            _told[sample.Point] = (now, sample.Quality);
            return true;
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
