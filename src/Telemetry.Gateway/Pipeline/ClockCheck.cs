using System.Reactive.Linq;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks values whose instant is not certain.</summary>
internal static class ClockCheck
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, good ones marked while the clock cannot be believed.</summary>
        public IObservable<Sample> CheckClock(ClockWatch watch) => samples.Select(sample => Judge(sample, watch.Look().IsCertain));
    }

    internal static Sample Judge(Sample sample, bool certain) =>
        certain || sample.Quality != Quality.Good ? sample : sample with { Quality = Quality.ClockUncertain };
}
