namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What a register counted between two readings.</summary>
/// <param name="From">The reading before, included.</param>
/// <param name="To">The reading after, excluded.</param>
/// <param name="Amount">In the register's unit, at least 0; 0 when <paramref name="Known"/> is false.</param>
/// <param name="Mark">How the later reading was read.</param>
/// <param name="Known">False when nobody can say what was used (a fall that nobody explained).</param>
public readonly record struct CounterInterval(
    DateTimeOffset From, DateTimeOffset To, double Amount, CounterMark Mark, bool Known)
{
    /// <summary>Whether it is exactly one slice of time, and measured in it.</summary>
    internal bool Is(DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep) =>
        From == from && To == to && Known && to - from <= longestStep && Mark is not (CounterMark.Reset or CounterMark.CaughtUp);
}
