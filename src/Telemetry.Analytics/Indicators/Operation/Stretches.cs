using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>Samples as stretches of time in which a value held. Pure.</summary>
internal static class Stretches
{
    /// <summary>The stretches with a usable value, cut to the period, in time order.</summary>
    /// <param name="samples">In time order, the value before the period included where there is one.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    /// <param name="longestStep">How long a value stands by itself; what is beyond is unknown.</param>
    internal static IEnumerable<(DateTimeOffset From, DateTimeOffset To, double Value)> Of(IReadOnlyList<Sample> samples, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep)
    {
        for (var index = 0; index < samples.Count; index++)
        {
            var sample = samples[index];
            var next = index + 1 < samples.Count ? samples[index + 1].At : to;
            var end = next < sample.At + longestStep ? next : sample.At + longestStep;
            var (begin, stop) = (sample.At < from ? from : sample.At, end > to ? to : end);
            if (!sample.Quality.IsBad && stop > begin)
            {
                yield return (begin, stop, sample.Value);
            }
        }
    }

    /// <summary>Place of the first sample after an instant; how many there are when none is.</summary>
    internal static int FirstAfter(IReadOnlyList<Sample> samples, DateTimeOffset instant)
    {
        var (low, high) = (0, samples.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = samples[middle].At <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Two series side by side: the stretches in which both have a value.</summary>
    internal static IEnumerable<(DateTimeOffset From, DateTimeOffset To, double First, double Second)> Both(
        IReadOnlyList<(DateTimeOffset From, DateTimeOffset To, double Value)> first, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To, double Value)> second)
    {
        var at = 0;
        foreach (var (from, to, value) in first)
        {
            while (at < second.Count && second[at].To <= from)
            {
                at++;
            }

            for (var other = at; other < second.Count && second[other].From < to; other++)
            {
                var (begin, end) = (second[other].From > from ? second[other].From : from, second[other].To < to ? second[other].To : to);
                if (end > begin)
                {
                    yield return (begin, end, value, second[other].Value);
                }
            }
        }
    }
}
