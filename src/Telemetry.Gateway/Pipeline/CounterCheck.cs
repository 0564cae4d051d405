using System.Reactive.Linq;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks a register that fell: reset, replaced or misread. What the register says is kept.</summary>
internal static class CounterCheck
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>The samples, a counter's first value below the one before it marked suspect.</summary>
        public IObservable<Sample> CheckCounters(IReadOnlyDictionary<PointId, PointRule> rules) =>
            samples.GroupBy(sample => sample.Point).SelectMany(point =>
                rules.TryGetValue(point.Key, out var rule) && rule.Accumulation == Accumulation.Counter
                    ? point.Scan((Last: double.NaN, Out: default(Sample)), (state, now) => Step(state.Last, now)).Select(state => state.Out)
                    : point);
    }

    internal static (double Last, Sample Out) Step(double last, Sample now) => now switch
    {
        { Quality.IsBad: true } => (last, now),
        _ when now.Value < last => (now.Value, now with { Quality = Quality.Suspect }),
        _ => (now.Value, now),
    };
}
