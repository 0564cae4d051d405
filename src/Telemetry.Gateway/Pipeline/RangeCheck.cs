using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks values that cannot physically be.</summary>
internal static class RangeCheck
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, those outside their point's band marked and without value.</summary>
        public IObservable<Moment> CheckRange(PointTable points) =>
            moments.Judge(points, rule => rule.Band is not null, (sample, rule) => Judge(sample, rule.Band));
    }

    internal static Sample Judge(Sample sample, Band? band) =>
        sample.Quality.IsBad || band is not { } b || (sample.Value >= b.Min && sample.Value <= b.Max)
            ? sample
            : Sample.Missing(sample.Point, sample.At, Quality.OutOfRange);
}
