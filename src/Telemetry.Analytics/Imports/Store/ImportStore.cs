using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Imports.Store;

/// <summary>Imported values in a file of their own, with every import and every former value: nothing imported is ever lost.</summary>
public sealed class ImportStore : IImports, IDisposable
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE series (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, unit TEXT NOT NULL);
        CREATE TABLE entries (
            series INTEGER NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, value REAL NOT NULL, estimated INTEGER NOT NULL, note TEXT NOT NULL,
            import INTEGER NOT NULL, PRIMARY KEY (series, from_ms)) WITHOUT ROWID;
        CREATE TABLE former (
            series INTEGER NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, value REAL NOT NULL, estimated INTEGER NOT NULL, note TEXT NOT NULL,
            import INTEGER NOT NULL, replaced_by INTEGER NOT NULL);
        CREATE TABLE imports (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, who TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, mapping TEXT NOT NULL,
            rows INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, refused INTEGER NOT NULL, missing INTEGER NOT NULL);
        """,
    ];

    private readonly string _path;
    private readonly SqliteConnection _reader;
    private readonly Lock _gate = new();

    /// <summary>Opens the file, made when it is not there.</summary>
    /// <exception cref="StoreFileException">It cannot be used.</exception>
    public ImportStore(string path)
    {
        _path = path;
        _reader = Open();
        try
        {
            _reader.Execute("PRAGMA journal_mode = WAL;");
            NumberedSteps.Take(_reader, Steps);
        }
        catch (SqliteException wrong)
        {
            _reader.Dispose();
            throw new StoreFileException($"The imports '{path}' cannot be used: {wrong.Message} Put a copy back from a backup, or move the file away and import again.", wrong);
        }
        catch (StoreFileException)
        {
            _reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public long Edition()
    {
        lock (_gate)
        {
            return Convert.ToInt64(_reader.Scalar("SELECT ifnull(max(id), 0) FROM imports"), CultureInfo.InvariantCulture);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Series(string prefix)
    {
        lock (_gate)
        {
            using var command = _reader.Prepared("SELECT name FROM series WHERE substr(name, 1, length($p)) = $p ORDER BY name", "$p").With(prefix);
            using var rows = command.ExecuteReader();
            var names = new List<string>();
            while (rows.Read())
            {
                names.Add(rows.GetString(0));
            }

            return names;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<ImportedValue> Read(string series, DateTimeOffset from, DateTimeOffset to)
    {
        lock (_gate)
        {
            // No interval is longer than an invoice's two years.
            using var command = _reader.Prepared(
                """
                SELECT from_ms, to_ms, value, estimated, note FROM entries
                WHERE series = (SELECT id FROM series WHERE name = $n) AND from_ms < $b AND from_ms >= $l AND (to_ms > $a OR from_ms >= $a) ORDER BY from_ms
                """, "$n", "$a", "$b", "$l")
                .With(series, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), from.AddYears(-2).ToUnixTimeMilliseconds());
            using var rows = command.ExecuteReader();
            var values = new List<ImportedValue>();
            while (rows.Read())
            {
                values.Add(new ImportedValue(
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)),
                    rows.GetDouble(2),
                    rows.GetInt32(3) > 0,
                    rows.GetString(4)));
            }

            return values;
        }
    }

    /// <summary>A connection for one import.</summary>
    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;");
        return connection;
    }

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();
}
