using System.Collections.Immutable;
using System.Reactive.Linq;
using Telemetry.Analytics.Indicators;

namespace Telemetry.Analytics.Streams;

/// <summary>The base load, live.</summary>
public static class LiveBaseLoad
{
    private const int Window = Indicators.Load.BaseLoad.Window;

    extension(IObservable<double> hours)
    {
        /// <summary>Base load of the last four weeks, kW, anew at each settled hour (kWh; NaN when unknown); NaN until 90 % of four weeks are known.</summary>
        public IObservable<double> BaseLoad() =>
            hours.Scan(ImmutableList<double>.Empty, (window, hour) => (window.Count < Window ? window : window.RemoveAt(0)).Add(hour))
                .Select(window => window.Where(hour => !double.IsNaN(hour)).ToArray() is var known && known.Length >= Comparison.LeastCoverage * Window
                    ? Indicators.Load.BaseLoad.Of(known)
                    : double.NaN);
    }
}
