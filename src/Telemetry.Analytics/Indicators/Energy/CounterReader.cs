using System.Runtime.InteropServices;

namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>From what a register shows to what was used: one pure step, folded by the batch and by the live stream alike.</summary>
/// <remarks>
/// A fall is, in this order: a declared replacement; the return from a spike (the step up is taken back); a rollover when the old value lies
/// within a tenth of the modulus; else a doubt. The next reading that fits the reference shows the doubt to be false (false zero). Two
/// consistent readings confirm the restart of a register known to do so; three make a new reference, and what lies before stays unknown.
/// Source of the rules: our collection of counter faults, <c>docs/indicators.md</c>.
/// </remarks>
public static class CounterReader
{
    private const double NearModulus = 0.1;

    /// <summary>Reads a whole series.</summary>
    /// <param name="readings">In any order; the first of two at the same instant stands, unless the source marks a correction.</param>
    /// <param name="rules">What is known of the register.</param>
    public static CounterUse Read(IEnumerable<Reading> readings, CounterRules rules)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(rules);
        var ordered = InOrder(readings as List<Reading> ?? [.. readings]);
        var use = new CounterUse(ordered.Length);
        var state = default(CounterState);
        for (var at = Ordinary(ordered, 0, ref state, rules, use); at < ordered.Length; at = Ordinary(ordered, at + 1, ref state, rules, use))
        {
            var step = Next(state, ordered[at], rules);
            use.Add(step);
            state = step.State;
        }

        use.SpreadRests(rules);
        return use;
    }

    /// <summary>Reads one more value. What is not a finite number, or of an instant that cannot be, is rejected.</summary>
    public static CounterStep Next(CounterState state, Reading now, CounterRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!double.IsFinite(now.Value) || !PeriodCheck.Credible(now.At) || now.At > rules.NotAfter)
        {
            return new CounterStep(state, CounterMark.Rejected);
        }

        if (state.Reference is not { } last)
        {
            return new CounterStep(new CounterState(now, null, now.At, null, null), CounterMark.Measured);
        }

        var newest = state.SecondDoubt ?? state.Doubt ?? last;
        if (now.At <= newest.At)
        {
            return new CounterStep(state, now.At == newest.At ? CounterMark.Duplicate : CounterMark.Rejected);
        }

        if (Replaced(last, now, rules) is { } swap && swap.FinalOld - last.Value + now.Value - swap.InitialNew is >= 0 and var counted)
        {
            return Accept(state, now, counted, CounterMark.Replacement, last);
        }

        if (now.Value >= last.Value && Plausible(now.Value - last.Value, state.Moved, now.At, rules))
        {
            return Accept(state, now, now.Value - last.Value, CounterMark.Measured, last);
        }

        return now.Value < last.Value ? Fallen(state, last, now, rules) : Doubt(state, last, now, rules);
    }

    /// <summary>The ordinary readings from a place on, counted at once: what <see cref="Next"/> would say of each, and nearly all are.</summary>
    /// <returns>The place of the first that is not ordinary.</returns>
    private static int Ordinary(ReadOnlySpan<Reading> readings, int from, ref CounterState state, CounterRules rules, CounterUse use)
    {
        if (state is not { Reference: { } last, Doubt: null } || rules.Replacements.Count > 0)
        {
            return from;
        }

        var (before, moved, at) = (state.Before, state.Moved, from);
        for (; at < readings.Length; at++)
        {
            ref readonly var now = ref readings[at];
            var amount = now.Value - last.Value;
            if (!(amount >= 0) || !double.IsFinite(amount) || now.At <= last.At || !PeriodCheck.Credible(now.At) || now.At > rules.NotAfter
                || !Plausible(amount, moved, now.At, rules))
            {
                break;
            }

            use.Add(new CounterInterval(last.At, now.At, amount, CounterMark.Measured, Known: true));
            (before, last, moved) = (last, now, amount > 0 ? now.At : moved);
        }

        state = new CounterState(last, before, moved, null, null);
        return at;
    }

    /// <summary>By instant; of one instant, the newest correction first, then as they came. Most series come in order: they are not sorted again.</summary>
    private static ReadOnlySpan<Reading> InOrder(List<Reading> readings)
    {
        ReadOnlySpan<Reading> came = CollectionsMarshal.AsSpan(readings);
        for (var at = 1; at < came.Length; at++)
        {
            if (came[at].At <= came[at - 1].At)
            {
                return (Reading[])
                [
                    .. readings.Select((reading, arrival) => (Reading: reading, Arrival: arrival))
                        .OrderBy(one => one.Reading.At).ThenByDescending(one => one.Reading.Corrects ? one.Arrival + 1 : 0)
                        .Select(one => one.Reading),
                ];
            }
        }

        return came;
    }

    private static CounterStep Fallen(CounterState state, Reading last, Reading now, CounterRules rules)
    {
        if (state is { Before: { } before, Doubt: null } && now.Value >= before.Value && before.Value < last.Value)
        {
            return Accept(state, now, now.Value - before.Value, CounterMark.Measured, before) with { TakesBackLast = true };
        }

        if (rules.Modulus is { } modulus && last.Value >= modulus * (1 - NearModulus)
            && now.Value + modulus - last.Value is var turned && turned <= modulus * NearModulus
            && Plausible(turned, state.Moved, now.At, rules))
        {
            return Accept(state, now, turned, CounterMark.Rollover, last);
        }

        return Doubt(state, last, now, rules);
    }

    private static CounterStep Doubt(CounterState state, Reading last, Reading now, CounterRules rules)
    {
        if (state.Doubt is not { } first || !Follows(state.SecondDoubt ?? first, now, rules))
        {
            return new CounterStep(state with { Doubt = now, SecondDoubt = null }, CounterMark.Doubtful);
        }

        // Only a fall can be a restart; a jump up that stays is never counted by itself.
        if (rules.RestartsAtZero && first.Value < last.Value && state.SecondDoubt is null)
        {
            return Restart(first, now, new CounterInterval(last.At, first.At, first.Value, CounterMark.Reset, Known: true));
        }

        return state.SecondDoubt is null
            ? new CounterStep(state with { SecondDoubt = now }, CounterMark.Doubtful)
            : Restart(first, now, new CounterInterval(last.At, first.At, 0, CounterMark.Rebased, Known: false));
    }

    private static CounterStep Restart(Reading first, Reading now, CounterInterval across)
    {
        var since = new CounterInterval(first.At, now.At, now.Value - first.Value, CounterMark.Measured, Known: true);
        return new CounterStep(new CounterState(now, null, now.At, null, null), CounterMark.Measured) { First = across, Second = since };
    }

    private static CounterStep Accept(CounterState state, Reading now, double amount, CounterMark mark, Reading from) =>
        new(new CounterState(now, mark == CounterMark.Measured ? from : null, amount > 0 ? now.At : state.Moved, null, null), mark)
        {
            First = new CounterInterval(from.At, now.At, amount, mark, Known: true),
        };

    private static CounterReplacement? Replaced(Reading last, Reading now, CounterRules rules)
    {
        for (var place = 0; place < rules.Replacements.Count; place++)
        {
            if (rules.Replacements[place] is var swap && swap.At > last.At && swap.At <= now.At)
            {
                return swap;
            }
        }

        return null;
    }

    private static bool Follows(Reading before, Reading now, CounterRules rules) =>
        now.Value >= before.Value && Plausible(now.Value - before.Value, before.At, now.At, rules);

    private static bool Plausible(double increment, DateTimeOffset moved, DateTimeOffset now, CounterRules rules) =>
        rules.MaximumPerHour is not { } most || increment <= (most * (now - moved).TotalHours) + rules.Resolution;
}
