namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What a register counted in one slice of time (an hour, a day): the stored part that every larger figure sums.</summary>
/// <param name="From">Start, UTC, included.</param>
/// <param name="To">End, UTC, excluded.</param>
/// <param name="Amount">In the register's unit, at least 0, what was spread over gaps included.</param>
/// <param name="Estimated">The part of <paramref name="Amount"/> that was spread over a gap, or counted from a restart.</param>
/// <param name="Measured">How long readings really followed each other.</param>
/// <param name="Known">How long the use is known, spread over gaps or not.</param>
public readonly record struct Slice(
    DateTimeOffset From, DateTimeOffset To, double Amount, double Estimated, TimeSpan Measured, TimeSpan Known)
{
    /// <summary>Share of the slice that is really measured, 0 to 1.</summary>
    public double Coverage => To > From ? Math.Min(1, Measured / (To - From)) : 0;

    /// <summary>The slice before anything is known of it.</summary>
    public static Slice Empty(DateTimeOffset from, DateTimeOffset to) => new(from, to, 0, 0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The slice with an interval's share added: the part of its time that lies inside, linearly.</summary>
    /// <param name="interval">What was counted between two readings.</param>
    /// <param name="longestStep">Beyond this, the time between two readings is a gap: its energy is known, its course is not.</param>
    public Slice With(in CounterInterval interval, TimeSpan longestStep)
    {
        var (from, to) = (interval.From > From ? interval.From : From, interval.To < To ? interval.To : To);
        if (to <= from || !interval.Known)
        {
            return this;
        }

        var length = interval.To - interval.From;
        var amount = interval.Amount * ((to - from) / length);
        var measured = length <= longestStep && interval.Mark is not (CounterMark.Reset or CounterMark.CaughtUp);
        return this with
        {
            Amount = Amount + amount,
            Estimated = Estimated + (measured ? 0 : amount),
            Measured = Measured + (measured ? to - from : TimeSpan.Zero),
            Known = Known + (to - from),
        };
    }
}
