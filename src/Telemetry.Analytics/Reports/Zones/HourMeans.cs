using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Reports.Zones;

/// <summary>Means of a series over hours, each value weighing as long as it held. Pure.</summary>
internal static class HourMeans
{
    /// <summary>One mean an hour from <paramref name="from"/> on; NaN for an hour of which less than half is known.</summary>
    /// <param name="samples">In time order, the value before the period included where there is one.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="hours">How many hours.</param>
    /// <param name="longestStep">How long a value stands by itself.</param>
    internal static double[] Of(IReadOnlyList<Sample> samples, DateTimeOffset from, int hours, TimeSpan longestStep)
    {
        var (sums, known) = (new double[hours], new double[hours]);
        foreach (var (begin, end, value) in Stretches.Of(samples, from, from.AddHours(hours), longestStep))
        {
            for (var at = begin; at < end;)
            {
                var hour = (int)((at - from).Ticks / TimeSpan.TicksPerHour);
                var stop = from.AddHours(hour + 1) < end ? from.AddHours(hour + 1) : end;
                sums[hour] += value * (stop - at).TotalHours;
                known[hour] += (stop - at).TotalHours;
                at = stop;
            }
        }

        return [.. sums.Select((sum, hour) => known[hour] >= 0.5 ? sum / known[hour] : double.NaN)];
    }
}
