using Microsoft.Data.Sqlite;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>Notes, in the transaction that stores them, which samples are older than what their point already had.</summary>
internal sealed class LateWriter(SqliteConnection connection) : IDisposable
{
    private static readonly long Day = (long)TimeSpan.FromDays(1).TotalMilliseconds;
    private readonly SqliteCommand _newest = connection.Prepared("SELECT max(ms) FROM samples WHERE point = $p", "$p");
    private readonly SqliteCommand _mark = connection.Prepared("INSERT INTO late (point, first_ms, last_ms) VALUES ($p, $a, $b)", "$p", "$a", "$b");
    private readonly Dictionary<int, long> _known = [];
    private readonly Dictionary<int, List<(long First, long Last)>> _late = [];

    /// <summary>Starts a transaction: nothing of an earlier one that failed stays.</summary>
    internal void Begin(SqliteTransaction transaction)
    {
        (_newest.Transaction, _mark.Transaction) = (transaction, transaction);
        _late.Clear();

        // Another process may have written meanwhile, or our own last transaction failed.
        _known.Clear();
    }

    /// <summary>The newest sample of a point; asked for before a sample of this transaction is stored.</summary>
    internal long NewestOf(int point)
    {
        if (!_known.TryGetValue(point, out var newest))
        {
            newest = _newest.With(point).ExecuteScalar() is long ms ? ms : long.MinValue;
            _known[point] = newest;
        }

        return newest;
    }

    /// <summary>A new sample was stored.</summary>
    internal void Stored(int point, long ms, long newest)
    {
        if (ms >= newest)
        {
            _known[point] = ms;
            return;
        }

        if (!_late.TryGetValue(point, out var ranges))
        {
            _late[point] = ranges = [];
        }

        // Neighbours of one upload are one range; what lies far apart is not.
        if (ranges.Count > 0 && ms >= ranges[^1].First - Day && ms <= ranges[^1].Last + Day)
        {
            ranges[^1] = (Math.Min(ranges[^1].First, ms), Math.Max(ranges[^1].Last, ms));
        }
        else
        {
            ranges.Add((ms, ms));
        }
    }

    /// <summary>Writes the marks of this transaction.</summary>
    internal void Write()
    {
        foreach (var (point, ranges) in _late)
        {
            foreach (var (first, last) in ranges)
            {
                _mark.With(point, first, last).ExecuteNonQuery();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _newest.Dispose();
        _mark.Dispose();
    }
}
