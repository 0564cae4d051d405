using System.Reactive.Linq;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Passes on what is news: a change beyond the deadband, another quality, or a heartbeat.</summary>
internal static class ReportByException
{
    /// <summary>A moment of more samples than this marks its news on the heap.</summary>
    private const int OnStack = 256;

    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples worth telling.</summary>
        public IObservable<Moment> OnlyNews(PointTable points) => Observable.Defer(() =>
        {
            var told = new Sample?[points.Count];
            return moments.Select(moment => News(moment, points, told)).Where(moment => moment.Count > 0);
        });
    }

    private static Moment News(Moment moment, PointTable points, Sample?[] told)
    {
        Span<bool> news = stackalloc bool[Math.Min(moment.Count, OnStack)];
        news = moment.Count > OnStack ? new bool[moment.Count] : news;
        for (var i = 0; i < moment.Count; i++)
        {
            var place = moment.PlaceOf(i);
            news[i] = place < 0 || IsNews(told[place], moment[i], points.Rule(place));
            if (news[i] && place >= 0)
            {
                told[place] = moment[i];
            }
        }

        return moment.Keep(news);
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
