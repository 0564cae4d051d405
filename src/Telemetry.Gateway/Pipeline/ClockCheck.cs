using System.Reactive.Linq;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks values whose instant is not certain.</summary>
internal static class ClockCheck
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, good ones marked while the clock cannot be believed.</summary>
        public IObservable<Moment> CheckClock(ClockWatch watch) => moments.Select(moment =>
        {
            var certain = watch.Look().IsCertain;
            for (var i = 0; !certain && i < moment.Count; i++)
            {
                moment[i] = Judge(moment[i], certain);
            }

            return moment;
        });
    }

    internal static Sample Judge(Sample sample, bool certain) =>
        certain || sample.Quality != Quality.Good ? sample : sample with { Quality = Quality.ClockUncertain };
}
