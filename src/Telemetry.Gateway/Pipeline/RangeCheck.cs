using System.Reactive.Linq;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks values that cannot physically be.</summary>
internal static class RangeCheck
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, those outside their point's band marked and without value.</summary>
        public IObservable<Sample> CheckRange(IReadOnlyDictionary<PointId, PointRule> rules) =>
            samples.Select(sample => rules.TryGetValue(sample.Point, out var rule) ? Judge(sample, rule.Band) : sample);
    }

    internal static Sample Judge(Sample sample, Band? band) =>
        sample.Quality.IsBad || band is not { } b || (sample.Value >= b.Min && sample.Value <= b.Max)
            ? sample
            : Sample.Missing(sample.Point, sample.At, Quality.OutOfRange);
}
