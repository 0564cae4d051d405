namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What a series of readings of one register amounts to.</summary>
public sealed class CounterUse
{
    private readonly List<CounterMark> _marks;
    private List<CounterInterval> _intervals;

    internal CounterUse(int readings) => (_intervals, _marks) = (new List<CounterInterval>(readings), new List<CounterMark>(readings));

    /// <summary>The intervals, in time order, without overlap.</summary>
    public IReadOnlyList<CounterInterval> Intervals => _intervals;

    /// <summary>What was decided about each reading, in time order; a doubt that was settled says how.</summary>
    public IReadOnlyList<CounterMark> Marks => _marks;

    /// <summary>All that was counted, in the register's unit.</summary>
    public double Total => _intervals.Sum(interval => interval.Amount);

    internal void SpreadRests(CounterRules rules) => _intervals = rules.LongestRest is { } longest ? [.. StuckRuns.Spread(_intervals, longest)] : _intervals;

    /// <summary>Adds an ordinary interval: nothing before it is in doubt.</summary>
    internal void Add(in CounterInterval measured)
    {
        _intervals.Add(measured);
        _marks.Add(CounterMark.Measured);
    }

    internal void Add(CounterStep step)
    {
        if (step.TakesBackLast)
        {
            _intervals.RemoveAt(_intervals.Count - 1);
            _marks[_marks.LastIndexOf(CounterMark.Measured)] = CounterMark.Rejected;
        }

        if (step.First is { } first)
        {
            Settle(first.Mark is CounterMark.Reset or CounterMark.Rebased ? first.Mark : null);
            _intervals.Add(first);
        }

        if (step.Second is { } second)
        {
            _intervals.Add(second);
        }

        _marks.Add(step.Mark);
    }

    /// <summary>The doubts that stand just before are settled: the first as told, those after it measured; all rejected when nothing is told.</summary>
    private void Settle(CounterMark? first)
    {
        var end = _marks.Count;
        var start = end;
        while (start > 0 && _marks[start - 1] is CounterMark.Doubtful or CounterMark.Duplicate)
        {
            start--;
        }

        var doubts = Enumerable.Range(start, end - start).Where(place => _marks[place] == CounterMark.Doubtful).ToList();
        var kept = first is null ? 0 : first == CounterMark.Reset ? 1 : 2;
        for (var place = 0; place < doubts.Count; place++)
        {
            var fromEnd = doubts.Count - place;
            _marks[doubts[place]] = fromEnd > kept ? CounterMark.Rejected
                : fromEnd == kept ? first!.Value : CounterMark.Measured;
        }
    }
}
