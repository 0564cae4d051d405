using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks a value that has not moved at all for longer than the thing it measures can stand still.</summary>
internal static class FrozenCheck
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, those of a frozen point marked suspect until it moves.</summary>
        public IObservable<Moment> CheckFrozen(PointTable points) => moments.Remember(
            points, rule => rule.FrozenAfter is not null, (Sample?)null, (moved, now, rule) => Step(moved, now, rule.FrozenAfter!.Value, rule.RestsAtZero));
    }

    /// <summary>Judges one sample.</summary>
    /// <param name="moved">The first sample with the present value; null when there is none.</param>
    /// <param name="now">The next sample.</param>
    /// <param name="after">How long it may stand still.</param>
    /// <param name="restsAtZero">Whether zero is rest: a power of nothing, for as long as it likes.</param>
    internal static (Sample? Moved, Sample Out) Step(Sample? moved, Sample now, TimeSpan after, bool restsAtZero)
    {
        if (now.Quality.IsBad)
        {
            // Silence says nothing about movement: what was frozen before it is still frozen after it.
            return (moved, now);
        }

        if (moved is not { } before || now.Value != before.Value || now.At < before.At || (restsAtZero && now.Value == 0))
        {
            return (now, now);
        }

        return (moved, now.At - before.At > after && now.Quality == Quality.Good ? now with { Quality = Quality.Suspect } : now);
    }
}
