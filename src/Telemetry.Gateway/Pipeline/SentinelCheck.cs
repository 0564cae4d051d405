using System.Reactive.Linq;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks the values by which a device says that it has none: the −127 °C of a sensor that is not there.</summary>
internal static class SentinelCheck
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, sentinels marked and without value.</summary>
        public IObservable<Sample> CheckSentinels(IReadOnlyDictionary<PointId, PointRule> rules) =>
            samples.Select(sample => rules.TryGetValue(sample.Point, out var rule) ? Judge(sample, rule.Sentinels) : sample);
    }

    internal static Sample Judge(Sample sample, IReadOnlyList<double> sentinels) =>
        !sample.Quality.IsBad && sentinels.Contains(sample.Value) ? Sample.Missing(sample.Point, sample.At, Quality.NoSensor) : sample;
}
