using System.Globalization;
using System.Text;

namespace Telemetry.Messaging.Delivery;

/// <summary>Which batches of an outbox are meant: whole numbers as ranges, told as text <c>3,7-9</c>.</summary>
/// <remarks>Not safe for several threads at once.</remarks>
public sealed class SequenceSet
{
    private readonly List<(long From, long To)> _ranges = [];

    /// <summary>The ranges in order, apart by one number at least.</summary>
    public IReadOnlyList<(long From, long To)> Ranges => _ranges;

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>The highest number; 0 when there is none.</summary>
    public long Last => _ranges.Count == 0 ? 0 : _ranges[^1].To;

    /// <summary>Adds every number from one to another, both included.</summary>
    public void Add(long from, long to)
    {
        if (to < from)
        {
            return;
        }

        var start = FirstEndingAt(from == long.MinValue ? from : from - 1);
        var end = start;
        while (end < _ranges.Count && _ranges[end].From <= to + 1)
        {
            (from, to) = (Math.Min(from, _ranges[end].From), Math.Max(to, _ranges[end].To));
            end++;
        }

        _ranges.RemoveRange(start, end - start);
        _ranges.Insert(start, (from, to));
    }

    /// <summary>Adds every number of another set.</summary>
    public void Add(SequenceSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (from, to) in other._ranges)
        {
            Add(from, to);
        }
    }

    /// <summary>Whether a number is in it.</summary>
    public bool Contains(long number) => Covers(number, number);

    /// <summary>Whether every number from one to another, both included, is in it.</summary>
    public bool Covers(long from, long to)
    {
        var place = FirstEndingAt(from);
        return place < _ranges.Count && _ranges[place].From <= from && _ranges[place].To >= to;
    }

    /// <summary>The first run of numbers from a start that are not in it.</summary>
    /// <returns>Its first number, and its last: <see cref="long.MaxValue"/> when nothing follows.</returns>
    public (long From, long To) Gap(long start)
    {
        var place = FirstEndingAt(start);
        if (place < _ranges.Count && _ranges[place].From <= start)
        {
            start = _ranges[place].To + 1;
            place++;
        }

        return (start, place < _ranges.Count ? _ranges[place].From - 1 : long.MaxValue);
    }

    /// <summary>Forgets every number up to one, included.</summary>
    public void RemoveUpTo(long number)
    {
        var place = FirstEndingAt(number + 1);
        _ranges.RemoveRange(0, place);
        if (_ranges.Count > 0 && _ranges[0].From <= number)
        {
            _ranges[0] = (number + 1, _ranges[0].To);
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _ranges.Clear();

    /// <summary>The text of at most so many ranges, the lowest first.</summary>
    public string ToString(int most)
    {
        var text = new StringBuilder();
        foreach (var (from, to) in _ranges.Take(most))
        {
            text.Append(text.Length > 0 ? "," : "").Append(from.ToString(CultureInfo.InvariantCulture));
            if (to > from)
            {
                text.Append('-').Append(to.ToString(CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public override string ToString() => ToString(int.MaxValue);

    /// <summary>Reads the text; null when it is none, or names a number below 1.</summary>
    public static SequenceSet? Parse(string? text)
    {
        var set = new SequenceSet();
        foreach (var part in (text ?? "?").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = part.IndexOf('-', StringComparison.Ordinal);
            if (!Number(dash < 0 ? part : part[..dash], out var from) || !Number(dash < 0 ? part : part[(dash + 1)..], out var to) || to < from)
            {
                return null;
            }

            set.Add(from, to);
        }

        return set;
    }

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= 1 and < long.MaxValue;

    // The first range that ends at a number or after it.
    private int FirstEndingAt(long number)
    {
        var (low, high) = (0, _ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _ranges[middle].To < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
