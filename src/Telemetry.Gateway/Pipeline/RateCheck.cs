using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks values that moved faster than the thing they measure can. What is allowed grows with the time since the last value believed.</summary>
internal static class RateCheck
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, those that jumped marked suspect; a true jump is believed once there was time enough for it.</summary>
        public IObservable<Moment> CheckRate(PointTable points) => moments.Remember(
            points, rule => rule.MostPerMinute is not null, (Sample?)null, (believed, now, rule) => Step(believed, now, rule.MostPerMinute!.Value));
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
