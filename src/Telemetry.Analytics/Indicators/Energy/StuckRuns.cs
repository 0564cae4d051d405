namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Registers that stood still for too long and then caught up: the step belongs to the whole run, not to its last minutes.</summary>
public static class StuckRuns
{
    /// <summary>Intervals with each stuck run and its catch-up made one.</summary>
    /// <param name="intervals">In time order, without overlap.</param>
    /// <param name="longestRest">A longer rest is a stuck register.</param>
    /// <returns>The same total; a run not yet followed by a step stays as it is.</returns>
    public static IReadOnlyList<CounterInterval> Spread(IReadOnlyList<CounterInterval> intervals, TimeSpan longestRest)
    {
        ArgumentNullException.ThrowIfNull(intervals);
        var spread = new List<CounterInterval>(intervals.Count);
        DateTimeOffset? restFrom = null;
        var resting = 0;
        foreach (var interval in intervals)
        {
            if (Rests(interval))
            {
                restFrom ??= interval.From;
                resting++;
                spread.Add(interval);
                continue;
            }

            if (restFrom is { } from && CatchesUp(from, interval, longestRest))
            {
                spread.RemoveRange(spread.Count - resting, resting);
                spread.Add(Over(from, interval));
            }
            else
            {
                spread.Add(interval);
            }

            (restFrom, resting) = (null, 0);
        }

        return spread;
    }

    /// <summary>Whether the register stood still.</summary>
    internal static bool Rests(CounterInterval interval) => interval is { Amount: 0, Known: true, Mark: CounterMark.Measured };

    /// <summary>Whether an interval ends a rest that was too long.</summary>
    internal static bool CatchesUp(DateTimeOffset restFrom, CounterInterval interval, TimeSpan longestRest) =>
        interval is { Known: true, Mark: CounterMark.Measured, Amount: > 0 } && interval.From - restFrom > longestRest;

    /// <summary>The rest and its catch-up as one interval.</summary>
    internal static CounterInterval Over(DateTimeOffset restFrom, CounterInterval interval) => interval with { From = restFrom, Mark = CounterMark.CaughtUp };
}
