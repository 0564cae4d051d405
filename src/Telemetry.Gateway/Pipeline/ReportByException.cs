using System.Reactive.Linq;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Passes on what is news: a change beyond the deadband, another quality, or a heartbeat.</summary>
internal static class ReportByException
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples worth telling.</summary>
        public IObservable<Sample> OnlyNews(IReadOnlyDictionary<PointId, PointRule> rules) =>
            samples.GroupBy(sample => sample.Point).SelectMany(point =>
            {
                var rule = rules.GetValueOrDefault(point.Key) ?? new PointRule();
                return point
                    .Scan((Last: (Sample?)null, News: false), (state, now) => IsNews(state.Last, now, rule) ? (now, true) : (state.Last, false))
                    .Where(state => state.News)
                    .Select(state => state.Last!.Value);
            });
    }

    internal static bool IsNews(Sample? told, Sample now, PointRule rule)
    {
        if (told is not { } last)
        {
            return true;
        }

        var elapsed = now.At - last.At;
        if (now.Quality != last.Quality || elapsed >= rule.Heartbeat)
        {
            return elapsed != TimeSpan.Zero || now.Quality != last.Quality;
        }

        // The same instant is the same measurement; a clock set back starts a new story.
        if (elapsed == TimeSpan.Zero || now.Quality.IsBad)
        {
            return false;
        }

        return elapsed < TimeSpan.Zero
            || (rule.Accumulation == Accumulation.Counter
                ? now.Value != last.Value && elapsed >= rule.CounterPace
                : Math.Abs(now.Value - last.Value) > rule.Deadband);
    }
}
