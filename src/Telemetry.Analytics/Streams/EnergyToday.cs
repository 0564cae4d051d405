using System.Reactive.Linq;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Streams;

/// <summary>Energy since local midnight, live, from the same steps and slices as the recomputed figure.</summary>
public static class EnergyToday
{
    extension(IObservable<Reading> readings)
    {
        /// <summary>The local day so far, anew at each reading of one register, in its unit.</summary>
        /// <param name="zone">Whose midnight.</param>
        /// <param name="rules">What is known of the register.</param>
        /// <param name="longestStep">Beyond this, the time between two readings is a gap.</param>
        public IObservable<Slice> SinceMidnight(TimeZoneInfo zone, CounterRules rules, TimeSpan longestStep) =>
            readings.Scan(default(DaySoFar), (day, now) => day.With(now, zone, rules, longestStep)).Select(day => day.Total);
    }

    /// <summary>What is remembered between two readings: the register, the day without its last interval, and that interval.</summary>
    internal readonly record struct DaySoFar(CounterState State, Slice Settled, CounterInterval? Last, TimeSpan LongestStep)
    {
        internal Slice Total => Last is { } last ? Settled.With(last, LongestStep) : Settled;

        internal DaySoFar With(Reading now, TimeZoneInfo zone, CounterRules rules, TimeSpan longestStep)
        {
            var step = CounterReader.Next(State, now, rules);
            var last = step.TakesBackLast ? null : Last;
            var day = CivilDays.Of(now.At, zone);
            var (start, end) = (CivilDays.Start(day, zone), CivilDays.End(day, zone));
            var settled = Settled;
            if (now.At >= Settled.To)
            {
                // A new day: of the interval before, only what crosses midnight belongs to it.
                settled = Slice.Empty(start, end);
            }

            if (step.First is null)
            {
                return new DaySoFar(step.State, settled, last, longestStep);
            }

            settled = last is { } before ? settled.With(before, longestStep) : settled;
            return step.Second is { } second
                ? new DaySoFar(step.State, settled.With(step.First.Value, longestStep), second, longestStep)
                : new DaySoFar(step.State, settled, step.First, longestStep);
        }
    }
}
