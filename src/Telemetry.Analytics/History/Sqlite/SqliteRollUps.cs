using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>Derived days in a file of their own, apart from the readings they come from: delete it and it is made again.</summary>
/// <remarks>
/// <c>synchronous=NORMAL</c>: a power cut may lose the last days kept, never half of one, and a mend that is lost is made again because the
/// number of the last mark is lost with it.
/// </remarks>
internal sealed class SqliteRollUps : IRollUps, IDisposable
{
    private const int Version = 1;
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _keep;
    private readonly SqliteCommand _mended;

    /// <summary>Opens the file; what it holds of another history, or in another layout, is thrown away.</summary>
    /// <param name="path">The file, made when it is not there, and made anew when it is damaged.</param>
    /// <param name="source">The history the days come from.</param>
    internal SqliteRollUps(string path, ILateMarks source)
    {
        _connection = Open(path);
        if (!Belongs(source))
        {
            Empty(source);
        }

        _find = _connection.Prepared("SELECT parts FROM days WHERE point = $p AND day = $d AND recipe = $r", "$p", "$d", "$r");
        _keep = _connection.Prepared(
            """
            INSERT INTO days (point, day, recipe, parts) SELECT $p, $d, $r, $b WHERE (SELECT mended FROM state WHERE id = 1) = $m
            ON CONFLICT DO UPDATE SET recipe = excluded.recipe, parts = excluded.parts
            """, "$p", "$d", "$r", "$b", "$m");
        _mended = _connection.Prepared("SELECT mended FROM state WHERE id = 1");
    }

    /// <inheritdoc />
    public long Mended()
    {
        lock (_gate)
        {
            return Convert.ToInt64(_mended.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc />
    public byte[]? Find(PointId point, DateOnly day, string recipe)
    {
        lock (_gate)
        {
            return _find.With(point.ToString(), day.DayNumber, recipe).ExecuteScalar() as byte[];
        }
    }

    /// <inheritdoc />
    public void Keep(PointId point, DateOnly day, string recipe, byte[] parts, long asOf)
    {
        lock (_gate)
        {
            _keep.With(point.ToString(), day.DayNumber, recipe, parts, asOf).ExecuteNonQuery();
        }
    }

    /// <inheritdoc />
    public void Mend(IReadOnlyList<(PointId Point, DateOnly First, DateOnly Last)> days, long upTo)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var delete = _connection.Prepared("DELETE FROM days WHERE point = $p AND day BETWEEN $a AND $b", "$p", "$a", "$b");
            using var state = _connection.Prepared("UPDATE state SET mended = max(mended, $m) WHERE id = 1", "$m");
            (delete.Transaction, state.Transaction) = (transaction, transaction);
            foreach (var (point, first, last) in days)
            {
                delete.With(point.ToString(), first.DayNumber, last.DayNumber).ExecuteNonQuery();
            }

            state.With(upTo).ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _find.Dispose();
        _keep.Dispose();
        _mended.Dispose();
        _connection.Dispose();
    }

    private bool Belongs(ILateMarks source)
    {
        using var state = _connection.Prepared("SELECT source, mended FROM state WHERE id = 1");
        using var row = state.ExecuteReader();

        // Fewer marks than we dealt with: an older copy of the history was put back.
        return row.Read() && row.GetString(0) == source.Identity && row.GetInt64(1) <= source.LastMark();
    }

    private void Empty(ILateMarks source)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        using var command = _connection.Prepared("DELETE FROM days; INSERT OR REPLACE INTO state (id, source, mended) VALUES (1, $s, $m)", "$s", "$m");
        command.Transaction = transaction;
        command.With(source.Identity, source.LastMark()).ExecuteNonQuery();
        transaction.Commit();
    }

    private static SqliteConnection Open(string path)
    {
        try
        {
            return Prepare(path);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 11 or 26)
        {
            foreach (var part in new[] { "", "-wal", "-shm" })
            {
                File.Delete(path + part);
            }

            return Prepare(path);
        }
    }

    private static SqliteConnection Prepare(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;");
            if (Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture) != Version)
            {
                connection.Execute(
                    """
                    BEGIN IMMEDIATE;
                    DROP TABLE IF EXISTS days; DROP TABLE IF EXISTS state;
                    CREATE TABLE days (point TEXT NOT NULL, day INTEGER NOT NULL, recipe TEXT NOT NULL, parts BLOB NOT NULL, PRIMARY KEY (point, day)) WITHOUT ROWID;
                    CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), source TEXT NOT NULL, mended INTEGER NOT NULL);
                    PRAGMA user_version = 1;
                    COMMIT;
                    """);
            }

            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
