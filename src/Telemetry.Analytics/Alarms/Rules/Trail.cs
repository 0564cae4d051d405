namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>The recent past of one point: enough to see it move, bounded in time and number.</summary>
/// <remarks>A value is kept when it differs from the one before, and a steady one once a minute at most, over days more seldom: the window must fit.</remarks>
public sealed class Trail
{
    private const int Most = 3000;
    private static readonly TimeSpan LeastPace = TimeSpan.FromMinutes(1);
    private readonly LinkedList<(DateTimeOffset At, double Value)> _values = [];

    /// <summary>Makes an empty trail.</summary>
    /// <param name="window">How far back it goes.</param>
    /// <param name="everyChange">True for states, of which no change may be missed; false for measures, kept once a minute.</param>
    public Trail(TimeSpan window, bool everyChange) => (Window, EveryChange, Pace) = (window, everyChange, window / (Most / 2) is var pace && pace > LeastPace ? pace : LeastPace);

    /// <summary>How far back it goes.</summary>
    public TimeSpan Window { get; }

    /// <summary>Whether each change is kept.</summary>
    public bool EveryChange { get; }

    private TimeSpan Pace { get; }

    /// <summary>The values, oldest first.</summary>
    public IEnumerable<(DateTimeOffset At, double Value)> Values => _values;

    /// <summary>Takes a live value; one older than the last is let go.</summary>
    internal void Add(DateTimeOffset at, double value)
    {
        if (_values.Last is { Value: var last } && (at <= last.At || (at - last.At < Pace && (!EveryChange || value == last.Value))))
        {
            return;
        }

        _values.AddLast((at, value));
        // The one that held when the window began is kept.
        while (_values.Count > Most || (_values.First?.Next is { Value: var second } && second.At <= at - Window))
        {
            _values.RemoveFirst();
        }
    }

    /// <summary>Those from an instant on, with the one that held then.</summary>
    public IReadOnlyList<(DateTimeOffset At, double Value)> Since(DateTimeOffset from)
    {
        var result = new List<(DateTimeOffset At, double Value)>();
        for (var node = _values.Last; node is not null; node = node.Previous)
        {
            result.Add(node.Value);
            if (node.Value.At <= from)
            {
                break;
            }
        }

        result.Reverse();
        return result;
    }

    /// <summary>Whether it reaches back to an instant, give or take two minutes.</summary>
    public bool Covers(DateTimeOffset from) => _values.First is { Value: var first } && first.At <= from + (Pace * 2);

    /// <summary>How often the value went from off to on since an instant.</summary>
    public int Starts(DateTimeOffset from)
    {
        var values = Since(from);
        return values.Zip(values.Skip(1)).Count(pair => pair.First.Value < 0.5 && pair.Second.Value >= 0.5 && pair.Second.At >= from);
    }

    /// <summary>The value that held at an instant; null before the first.</summary>
    public double? At(DateTimeOffset instant)
    {
        for (var node = _values.Last; node is not null; node = node.Previous)
        {
            if (node.Value.At <= instant)
            {
                return node.Value.Value;
            }
        }

        return null;
    }
}
