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
            readings.Scan(new DaySoFar(default, default, null, null, null, longestStep, null), (day, now) => day.With(now, zone, rules)).Select(day => day.Total);
    }

    /// <summary>What is remembered between two readings.</summary>
    /// <param name="State">The register.</param>
    /// <param name="Settled">The day without its last interval.</param>
    /// <param name="Last">That interval: it may be taken back.</param>
    /// <param name="RestFrom">Since when the register stands still.</param>
    /// <param name="BeforeRest">The day without that rest: a catch-up is spread over it.</param>
    /// <param name="LongestStep">Beyond this, the time between two readings is a gap.</param>
    /// <param name="Before">All this before the last interval, for when it is taken back.</param>
    internal sealed record DaySoFar(
        CounterState State, Slice Settled, CounterInterval? Last, DateTimeOffset? RestFrom, Slice? BeforeRest, TimeSpan LongestStep, DaySoFar? Before)
    {
        internal Slice Total => Last is { } last ? Settled.With(last, LongestStep) : Settled;

        internal DaySoFar With(Reading now, TimeZoneInfo zone, CounterRules rules)
        {
            var step = CounterReader.Next(State, now, rules);
            var day = step.TakesBackLast ? Before! : this;
            day = day with { State = step.State };
            if (step.First is not { } first)
            {
                return day.Into(now.At, zone);
            }

            day = day.Into(now.At, zone).Add(first, rules.LongestRest);
            return step.Second is { } second ? day.Add(second, rules.LongestRest) : day;
        }

        /// <summary>A new day starts empty: of an interval across midnight, only what comes after belongs to it.</summary>
        private DaySoFar Into(DateTimeOffset at, TimeZoneInfo zone)
        {
            if (at < Settled.To)
            {
                return this;
            }

            var day = CivilDays.Of(at, zone);
            var empty = Slice.Empty(CivilDays.Start(day, zone), CivilDays.End(day, zone));
            return this with { Settled = empty, BeforeRest = RestFrom is null ? null : empty };
        }

        private DaySoFar Add(CounterInterval interval, TimeSpan? longestRest)
        {
            var before = this with { Before = null };
            if (StuckRuns.Rests(interval))
            {
                return this with { Settled = Total, Last = interval, RestFrom = RestFrom ?? interval.From, BeforeRest = BeforeRest ?? Total, Before = before };
            }

            var caughtUp = longestRest is { } longest && RestFrom is { } rest && StuckRuns.CatchesUp(rest, interval, longest);
            return this with
            {
                Settled = caughtUp ? BeforeRest!.Value : Total,
                Last = caughtUp ? StuckRuns.Over(RestFrom!.Value, interval) : interval,
                RestFrom = null,
                BeforeRest = null,
                Before = before,
            };
        }
    }
}
