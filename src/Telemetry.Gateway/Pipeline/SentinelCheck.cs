using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks the values by which a device says that it has none: the −127 °C of a sensor that is not there.</summary>
internal static class SentinelCheck
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, sentinels marked and without value.</summary>
        public IObservable<Moment> CheckSentinels(PointTable points) =>
            moments.Judge(points, rule => rule.Sentinels.Count > 0, (sample, rule) => Judge(sample, rule.Sentinels));
    }

    internal static Sample Judge(Sample sample, IReadOnlyList<double> sentinels) =>
        !sample.Quality.IsBad && sentinels.Contains(sample.Value) ? Sample.Missing(sample.Point, sample.At, Quality.NoSensor) : sample;
}
