using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks values that moved faster than the thing they measure can. What is allowed grows with the time since the last value believed.</summary>
internal static class RateCheck
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, those that jumped marked suspect; a true jump is believed once there was time enough for it.</summary>
        public IObservable<Sample> CheckRate(IReadOnlyDictionary<PointId, PointRule> rules) =>
            samples.GroupBy(sample => sample.Point).SelectMany(point =>
                rules.TryGetValue(point.Key, out var rule) && rule.MostPerMinute is { } most
                    ? point.Scan((Believed: (Sample?)null, Out: default(Sample)), (state, now) => Step(state.Believed, now, most)).Select(state => state.Out)
                    : point);
    }

    internal static (Sample? Believed, Sample Out) Step(Sample? believed, Sample now, double mostPerMinute)
    {
        if (now.Quality.IsBad)
        {
            return (believed, now);
        }

        // A clock set back begins a new story.
        return believed is not { } before || now.At < before.At || Math.Abs(now.Value - before.Value) <= mostPerMinute * (now.At - before.At).TotalMinutes
            ? (now, now)
            : (believed, now with { Quality = Quality.Suspect });
    }
}
