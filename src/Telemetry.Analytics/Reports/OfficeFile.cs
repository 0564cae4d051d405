using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Reports;

/// <summary>The office's SQLite file: frozen reports and the register of actions.</summary>
internal sealed class OfficeFile
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE frozen (
            number TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL, at_ms INTEGER NOT NULL,
            who TEXT NOT NULL, reason TEXT NOT NULL, sha256 TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (number, version));
        CREATE TRIGGER frozen_stays BEFORE UPDATE ON frozen BEGIN SELECT raise(ABORT, 'a frozen report never changes'); END;
        CREATE TRIGGER frozen_remains BEFORE DELETE ON frozen BEGIN SELECT raise(ABORT, 'a frozen report never goes'); END;
        CREATE TABLE actions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, building TEXT NOT NULL, title TEXT NOT NULL, owner TEXT NOT NULL, due INTEGER NOT NULL,
            state TEXT NOT NULL, cost REAL, expected_kwh REAL, done INTEGER, origin TEXT NOT NULL, who TEXT NOT NULL, at_ms INTEGER NOT NULL);
        CREATE TABLE action_steps (
            action INTEGER NOT NULL, at_ms INTEGER NOT NULL, who TEXT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL, due INTEGER NOT NULL, note TEXT NOT NULL);
        CREATE TABLE verdicts (
            anomaly TEXT NOT NULL PRIMARY KEY, verdict TEXT NOT NULL, reason TEXT NOT NULL, who TEXT NOT NULL, at_ms INTEGER NOT NULL);
        """,
    ];

    private readonly string _connection;

    /// <summary>Opens the file, made when it is not there.</summary>
    /// <exception cref="StoreFileException">It cannot be used.</exception>
    internal OfficeFile(string path)
    {
        _connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        try
        {
            using var connection = Open();
            connection.Execute("PRAGMA journal_mode = WAL;");
            NumberedSteps.Take(connection, Steps);
        }
        catch (SqliteException wrong)
        {
            throw new StoreFileException($"The office's file '{path}' cannot be used: {wrong.Message} Put a copy back from a backup: it holds the frozen reports.", wrong);
        }
    }

    /// <summary>A connection for one piece of work.</summary>
    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL;");
        return connection;
    }
}
