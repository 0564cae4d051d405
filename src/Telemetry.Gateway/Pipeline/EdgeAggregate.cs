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
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, those of thinned points by period, with <c>.min</c> and <c>.max</c> beside the mean.</summary>
        public IObservable<Moment> Aggregated(PointTable points) =>
            points.Where(rule => rule.Aggregate is not null) is not { } concerned ? moments : Observable.Defer(() =>
            {
                var windows = new PeriodWindow[points.Count];
                Array.Fill(windows, PeriodWindow.Empty);
                return moments.Select(moment => Aggregate(moment, points, concerned, windows)).Where(moment => moment.Count > 0);
            });
    }

    private static Moment Aggregate(Moment moment, PointTable points, bool[] concerned, PeriodWindow[] windows)
    {
        var told = new List<Sample>();
        for (var i = 0; i < moment.Count; i++)
        {
            if (moment.PlaceOf(i) is not (>= 0 and var place) || !concerned[place])
            {
                told.Add(moment[i]);
                continue;
            }

            var rule = points.Rule(place);
            (windows[place], var of) = Step(windows[place], moment[i], rule.Aggregate!.Value, rule.Accumulation);
            told.AddRange(of);
        }

        return Moment.Of(told, points);
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
