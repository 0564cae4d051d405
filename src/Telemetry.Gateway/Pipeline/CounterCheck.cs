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
                    ? point.Scan((Last: double.NaN, At: DateTimeOffset.MinValue, Out: default(Sample)), Follow).Select(state => state.Out)
                    : point);
    }

    /// <summary>A value sent late is judged by nothing: the register was lower then, as it should.</summary>
    private static (double Last, DateTimeOffset At, Sample Out) Follow((double Last, DateTimeOffset At, Sample Out) state, Sample now)
    {
        if (now.At < state.At)
        {
            return state with { Out = now };
        }

        var (last, judged) = Step(state.Last, now);
        return (last, now.Quality.IsBad ? state.At : now.At, judged);
    }

    internal static (double Last, Sample Out) Step(double last, Sample now) => now switch
    {
        { Quality.IsBad: true } => (last, now),
        _ when now.Value < last => (now.Value, now with { Quality = Quality.Suspect }),
        _ => (now.Value, now),
    };
}
