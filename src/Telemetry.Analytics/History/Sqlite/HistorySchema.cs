using Microsoft.Data.Sqlite;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>The tables of the history file.</summary>
internal static class HistorySchema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE points (
            id INTEGER PRIMARY KEY,
            municipality TEXT NOT NULL, gateway TEXT NOT NULL, device TEXT NOT NULL, name TEXT NOT NULL,
            UNIQUE (municipality, gateway, device, name));
        CREATE TABLE samples (
            point INTEGER NOT NULL, ms INTEGER NOT NULL, value REAL, quality INTEGER NOT NULL,
            PRIMARY KEY (point, ms)) WITHOUT ROWID;
        CREATE TABLE outboxes (
            gateway TEXT NOT NULL, outbox TEXT NOT NULL, held INTEGER NOT NULL,
            PRIMARY KEY (gateway, outbox)) WITHOUT ROWID;
        CREATE TABLE totals (id INTEGER PRIMARY KEY CHECK (id = 1), samples INTEGER NOT NULL);
        INSERT INTO totals VALUES (1, 0);
        """,
        """
        ALTER TABLE outboxes ADD COLUMN above TEXT NOT NULL DEFAULT '';
        CREATE TABLE quarantine (
            gateway TEXT NOT NULL, outbox TEXT NOT NULL, sequences TEXT NOT NULL, device TEXT NOT NULL,
            ms INTEGER NOT NULL, why TEXT NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (gateway, outbox, sequences, device));
        """,
        """
        CREATE TABLE late (id INTEGER PRIMARY KEY AUTOINCREMENT, point INTEGER NOT NULL, first_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL);
        CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL);
        INSERT INTO identity VALUES (1, lower(hex(randomblob(16))));
        """,
    ];

    /// <summary>Brings a file up to date.</summary>
    /// <exception cref="StoreFileException">The file was written by a newer version.</exception>
    internal static void Apply(SqliteConnection connection) => NumberedSteps.Take(connection, Steps);
}
