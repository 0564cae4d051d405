using System.Collections.Immutable;
using System.Reactive.Linq;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Streams;

/// <summary>What a register counted since local midnight, live: the same intervals that the batch reads from the same readings.</summary>
public static class IntervalsToday
{
    extension(IObservable<Reading> readings)
    {
        /// <summary>The day and its intervals so far, anew at each reading; those that cross midnight are there whole.</summary>
        /// <param name="zone">Whose midnight.</param>
        /// <param name="rules">What is known of the register.</param>
        public IObservable<(DateOnly Day, IReadOnlyList<CounterInterval> Intervals)> SinceMidnight(TimeZoneInfo zone, CounterRules rules) =>
            readings.Scan(new Kept(default, default, []), (kept, now) => kept.With(now, zone, rules))
                .Select(kept => (kept.Day, rules.LongestRest is { } longest ? StuckRuns.Spread(kept.Intervals, longest) : kept.Intervals));
    }

    private sealed record Kept(CounterState State, DateOnly Day, ImmutableList<CounterInterval> Intervals)
    {
        internal Kept With(Reading now, TimeZoneInfo zone, CounterRules rules)
        {
            var step = CounterReader.Next(State, now, rules);
            var intervals = step.TakesBackLast ? Intervals.RemoveAt(Intervals.Count - 1) : Intervals;
            intervals = step.First is { } first ? intervals.Add(first) : intervals;
            intervals = step.Second is { } second ? intervals.Add(second) : intervals;
            var day = CivilDays.Of(now.At, zone) is var today && today > Day ? today : Day;
            return new Kept(step.State, day, day == Day ? intervals : Trim(intervals, CivilDays.Start(day, zone)));
        }

        // The last interval may be taken back and a rest that runs into the day may be spread: both stay.
        private static ImmutableList<CounterInterval> Trim(ImmutableList<CounterInterval> intervals, DateTimeOffset midnight)
        {
            var first = intervals.FindIndex(interval => interval.To > midnight);
            first = first < 0 ? Math.Max(0, intervals.Count - 1) : first;
            while (first > 0 && (StuckRuns.Rests(intervals[first - 1]) || intervals.Count - first < 2))
            {
                first--;
            }

            return intervals.RemoveRange(0, first);
        }
    }
}
