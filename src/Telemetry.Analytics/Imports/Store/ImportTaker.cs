using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Imports.Files;

namespace Telemetry.Analytics.Imports.Store;

/// <summary>Takes the values of one file within one transaction: new, changed, same, or refused.</summary>
internal sealed class ImportTaker : IDisposable
{
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _seriesOf;
    private readonly SqliteCommand _around;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _former;
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<(long Series, long From)> _seen = [];
    private readonly long _import;

    internal ImportTaker(SqliteConnection connection, SqliteTransaction transaction, long import)
    {
        (_transaction, _import) = (transaction, import);
        _seriesOf = Ready(connection, "INSERT INTO series (name, unit) VALUES ($n, $u) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id", "$n", "$u");
        _around = Ready(
            connection, "SELECT from_ms, to_ms, value, estimated, note FROM entries WHERE series = $s AND from_ms <= $b ORDER BY from_ms DESC LIMIT 1", "$s", "$b");
        _insert = Ready(
            connection,
            """
            INSERT INTO entries (series, from_ms, to_ms, value, estimated, note, import) VALUES ($s, $a, $b, $v, $e, $n, $i)
            ON CONFLICT DO UPDATE SET to_ms = excluded.to_ms, value = excluded.value, estimated = excluded.estimated, note = excluded.note, import = excluded.import
            """, "$s", "$a", "$b", "$v", "$e", "$n", "$i");
        _former = Ready(
            connection,
            "INSERT INTO former SELECT series, from_ms, to_ms, value, estimated, note, import, $i FROM entries WHERE series = $s AND from_ms = $a", "$i", "$s", "$a");
    }

    /// <summary>What became of a value.</summary>
    internal (Fate Fate, string? Reason) Take(ReadValue value)
    {
        var series = SeriesOf(value);
        var (from, to) = (value.From.ToUnixTimeMilliseconds(), value.To.ToUnixTimeMilliseconds());

        // An interval ends before the next starts: look for the last one that starts before our end.
        var found = Around(series, to > from ? to - 1 : from);
        if (found is { } there && there.From != from && (there.To > from || there.From > from))
        {
            return (Fate.Refused, $"it overlaps {Instant(there.From)} to {Instant(there.To)}, which is held already");
        }

        if (found is not { } old || old.From != from)
        {
            _seen.Add((series, from));
            Insert(series, from, to, value);
            return (Fate.Added, null);
        }

        if (old.To == to && old.Value == value.Value && old.Estimated == value.Estimated && old.Note == value.Note)
        {
            _seen.Add((series, from));
            return (Fate.Same, null);
        }

        if (!_seen.Add((series, from)))
        {
            return (Fate.Refused, "the file says something else for the same time in an earlier line");
        }

        _former.With(_import, series, from).ExecuteNonQuery();
        Insert(series, from, to, value);
        return (Fate.Changed, null);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in new[] { _seriesOf, _around, _insert, _former })
        {
            command.Dispose();
        }
    }

    private SqliteCommand Ready(SqliteConnection connection, string text, params ReadOnlySpan<string> names)
    {
        var command = connection.Prepared(text, names);
        command.Transaction = _transaction;
        return command;
    }

    private void Insert(long series, long from, long to, ReadValue value) =>
        _insert.With(series, from, to, value.Value, value.Estimated ? 1 : 0, value.Note, _import).ExecuteNonQuery();

    private (long From, long To, double Value, bool Estimated, string Note)? Around(long series, long end)
    {
        using var row = _around.With(series, end).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1), row.GetDouble(2), row.GetInt32(3) > 0, row.GetString(4)) : null;
    }

    private long SeriesOf(ReadValue value)
    {
        if (!_ids.TryGetValue(value.Series, out var id))
        {
            _ids[value.Series] = id = (long)_seriesOf.With(value.Series, value.Unit).ExecuteScalar()!;
        }

        return id;
    }

    private static string Instant(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
