using Telemetry.Model.Samples;

namespace Telemetry.Dashboard.Charts;

/// <summary>Picks from a history the value that stood at each step of a chart: never more points than a screen shows.</summary>
internal static class Steps
{
    /// <summary>Most points a chart may have.</summary>
    public const int Most = 1000;

    /// <summary>The instants of the steps over <c>[from, to]</c>, both ends included.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants(DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        var count = (int)((to - from) / step) + 1;
        if (count > Most)
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "Too many points for a chart.");
        }

        return [.. Enumerable.Range(0, count).Select(index => from + (step * index))];
    }

    /// <summary>The last good value at or before each instant, if not older than a tolerance; else NaN. A bad sample ends what stood before it.</summary>
    /// <param name="samples">In time order.</param>
    /// <param name="instants">In time order.</param>
    /// <param name="tolerance">How long a value stands by itself.</param>
    public static IReadOnlyList<double> At(IReadOnlyList<Sample> samples, IReadOnlyList<DateTimeOffset> instants, TimeSpan tolerance)
    {
        var values = new double[instants.Count];
        var next = 0;
        for (var index = 0; index < instants.Count; index++)
        {
            while (next < samples.Count && samples[next].At <= instants[index])
            {
                next++;
            }

            values[index] = next > 0 && instants[index] - samples[next - 1].At <= tolerance ? samples[next - 1].Value : double.NaN;
        }

        return values;
    }
}
