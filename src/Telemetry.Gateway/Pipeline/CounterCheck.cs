using Telemetry.Model.Measures;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Marks a register that fell, or rose by more than what is behind it can use. What the register says is kept.</summary>
/// <remarks>
/// At most 1.2 × the rated power × the hours since the register last moved (not since the last reading: a register that was stuck catches up), and one
/// step of it. Without a rated power only a fall is seen, and the value after it is the new reference at once. With one, a false zero or a spike leaves the
/// reference where it was, and a register that was replaced is believed after <see cref="Confirmations"/> readings that follow from each other.
/// </remarks>
internal static class CounterCheck
{
    internal const int Confirmations = 3;
    private const double Margin = 1.2;

    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples, a counter's impossible ones marked suspect.</summary>
        public IObservable<Moment> CheckCounters(PointTable points) =>
            moments.Remember(points, rule => rule.Accumulation == Accumulation.Counter, CounterReference.None, Step);
    }

    internal static (CounterReference State, Sample Out) Step(CounterReference state, Sample now, PointRule rule)
    {
        // A value sent late is judged by nothing: the register was lower then, as it should.
        if (now.Quality.IsBad || now.At < state.Latest)
        {
            return (state, now);
        }

        state = state with { Latest = now.At };
        if (state.Moved is not { } moved || Follows(moved, now, rule))
        {
            return (state.Believe(state.Moved is { } m && m.Value == now.Value ? m : now), now);
        }

        var suspect = now with { Quality = Quality.Suspect };
        if (rule.RatedUnitsPerHour is null)
        {
            return (state.Believe(now), suspect);
        }

        var seen = state.Candidate is { } candidate && Follows(candidate, now, rule) ? state.Seen + 1 : 1;
        return seen >= Confirmations
            ? (state.Believe(now), now)
            : (state with { Candidate = now, Seen = seen }, suspect);
    }

    /// <summary>Whether a reading can come after another.</summary>
    internal static bool Follows(Sample before, Sample now, PointRule rule) =>
        now.Value >= before.Value
        && (rule.RatedUnitsPerHour is not { } rated
            || now.Value - before.Value <= (Margin * rated * Math.Max(0, (now.At - before.At).TotalHours)) + rule.Resolution);
}
