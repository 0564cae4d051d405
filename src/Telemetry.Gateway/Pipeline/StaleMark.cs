using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Tells, once, that a point has been silent for too long. Silence is counted on the real clock, for it is the network's.</summary>
internal static class StaleMark
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, and one without value for each point that falls silent, the never heard included.</summary>
        /// <param name="points">Every point that should be heard.</param>
        /// <param name="civil">Says the instant that a silence is told with.</param>
        /// <param name="scheduler">Counts the silence.</param>
        /// <param name="real">How long a silence really lasts, asked each time; null where the town runs as we do.</param>
        public IObservable<Moment> MarkStale(PointTable points, Func<DateTimeOffset> civil, IScheduler scheduler, Func<TimeSpan, TimeSpan>? real = null) =>
            Observable.Defer(() =>
            {
                var state = new State(points, scheduler.Now, real ?? (silence => silence));
                return moments.Merge(Observable.Interval(Look, scheduler).Select(_ => Moment.Empty))
                    .Select(moment => moment.Count > 0 ? state.Hear(moment, scheduler.Now) : state.Silent(civil(), scheduler.Now))
                    .Where(moment => moment.Count > 0);
            });
    }

    /// <summary>When each point was last heard. One subscription's own.</summary>
    internal sealed class State(PointTable points, DateTimeOffset start, Func<TimeSpan, TimeSpan> real)
    {
        /// <summary>By place; null for what is not missed before it was heard once.</summary>
        private readonly (DateTimeOffset Heard, bool Told)?[] _points =
            [.. Enumerable.Range(0, points.Count).Select(place => points.Rule(place).Optional ? ((DateTimeOffset, bool)?)null : (start, false))];

        internal Moment Hear(Moment moment, DateTimeOffset now)
        {
            for (var i = 0; i < moment.Count; i++)
            {
                if (moment.PlaceOf(i) is >= 0 and var place)
                {
                    _points[place] = (now, false);
                }
            }

            return moment;
        }

        internal Moment Silent(DateTimeOffset civil, DateTimeOffset now)
        {
            List<Sample>? told = null;
            for (var place = 0; place < _points.Length; place++)
            {
                if (_points[place] is (var heard, false) && now - heard > real(points.Rule(place).StaleAfter))
                {
                    (told ??= []).Add(Sample.Missing(points.Point(place), civil, Quality.Stale));
                    _points[place] = (heard, true);
                }
            }

            return told is null ? Moment.Empty : Moment.Of(told, points);
        }
    }
}
