using System.Reactive.Linq;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Carries the pure steps over whole moments: nothing is asked of a site that has no point concerned.</summary>
internal static class Steps
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The moments, each sample of a point concerned judged by its rule.</summary>
        internal IObservable<Moment> Judge(PointTable points, Func<PointRule, bool> concerns, Func<Sample, PointRule, Sample> judge) =>
            moments.Remember(points, concerns, seed: false, (_, now, rule) => (false, judge(now, rule)));

        /// <summary>The moments, each sample of a point concerned through a step that remembers something of the point.</summary>
        internal IObservable<Moment> Remember<TState>(
            PointTable points, Func<PointRule, bool> concerns, TState seed, Func<TState, Sample, PointRule, (TState State, Sample Out)> step) =>
            points.Where(concerns) is not { } concerned ? moments : Observable.Defer(() =>
            {
                var states = new TState[points.Count];
                Array.Fill(states, seed);
                return moments.Select(moment =>
                {
                    for (var i = 0; i < moment.Count; i++)
                    {
                        if (moment.PlaceOf(i) is >= 0 and var place && concerned[place])
                        {
                            (states[place], moment[i]) = step(states[place], moment[i], points.Rule(place));
                        }
                    }

                    return moment;
                });
            });
    }
}
