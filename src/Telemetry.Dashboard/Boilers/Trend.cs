using Telemetry.Model.Samples;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Whether rooms warm up or cool down: the slope of a straight line through the last two hours. Pure.</summary>
internal static class Trend
{
    /// <summary>Cooling slower than this is not worth a word, K an hour.</summary>
    public const double Noticeable = 0.15;

    private const int Fewest = 4;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);

    /// <summary>K an hour by least squares; null when the good samples are fewer than four or span less than half an hour.</summary>
    public static double? KelvinPerHour(IReadOnlyList<Sample> samples)
    {
        var good = samples.Where(sample => !sample.Quality.IsBad && double.IsFinite(sample.Value)).ToList();
        if (good.Count < Fewest || good[^1].At - good[0].At < Shortest)
        {
            return null;
        }

        var hours = good.ConvertAll(sample => (sample.At - good[0].At).TotalHours);
        var (meanHour, meanValue) = (hours.Average(), good.Average(sample => sample.Value));
        var spread = hours.Sum(hour => (hour - meanHour) * (hour - meanHour));
        return spread > 0 ? hours.Select((hour, index) => (hour - meanHour) * (good[index].Value - meanValue)).Sum() / spread : null;
    }
}
