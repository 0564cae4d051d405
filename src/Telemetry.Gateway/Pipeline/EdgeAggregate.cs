using System.Reactive.Linq;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>For thin lines: one mean, least and greatest value a period in the place of every value.</summary>
/// <remarks>
/// Periods are those of the sample's own time. A period is told when the first sample after it comes, or at once when the point fails: the failure itself
/// is passed on. A value holds until the next (the mean is of time, not of samples). A counter tells its last value only.
/// </remarks>
internal static class EdgeAggregate
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, those of thinned points by period, with <c>.min</c> and <c>.max</c> beside the mean.</summary>
        public IObservable<Sample> Aggregated(IReadOnlyDictionary<PointId, PointRule> rules) =>
            samples.GroupBy(sample => sample.Point).SelectMany(point =>
                rules.TryGetValue(point.Key, out var rule) && rule.Aggregate is { } period
                    ? point.Scan((Window: PeriodWindow.Empty, Out: (IReadOnlyList<Sample>)[]), (state, now) => Step(state.Window, now, period, rule.Accumulation))
                        .SelectMany(state => state.Out)
                    : point);
    }

    /// <summary>The name of the least or greatest value of a point.</summary>
    internal static PointId Named(PointId point, string which) => point with { Name = $"{point.Name}.{which}" };

    internal static (PeriodWindow Window, IReadOnlyList<Sample> Out) Step(PeriodWindow window, Sample now, TimeSpan period, Accumulation accumulation)
    {
        if (now.Quality.IsBad)
        {
            return (PeriodWindow.Empty, [.. window.Summary(accumulation, now.At), now]);
        }

        var from = new DateTimeOffset(now.At.UtcTicks - (now.At.UtcTicks % period.Ticks), TimeSpan.Zero);
        return window.IsEmpty || window.To != from + period
            // After a failure, or at the start, the rest of a period is told at its own begin: one instant is told once.
            ? (PeriodWindow.Of(now, window.IsEmpty ? now.At : from, from + period), window.Summary(accumulation, window.To))
            : (window.With(now), []);
    }
}
