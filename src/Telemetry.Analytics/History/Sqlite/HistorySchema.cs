using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>The tables of the history file, one numbered step after the other; <c>user_version</c> says how many were taken.</summary>
/// <remarks>A step once released is never changed: a newer need is a newer step.</remarks>
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

    /// <summary>Brings a file up to date, each step whole or not at all.</summary>
    /// <exception cref="HistoryFileException">The file was written by a newer version.</exception>
    internal static void Apply(SqliteConnection connection)
    {
        var taken = Convert.ToInt32(connection.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (taken > Steps.Length)
        {
            throw new HistoryFileException(string.Create(CultureInfo.InvariantCulture,
                $"'{connection.DataSource}' was written by a newer version (schema {taken}, this one knows {Steps.Length}): install that version again, or move the file away."));
        }

        for (var step = taken; step < Steps.Length; step++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Steps[step]);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step + 1}"));
            transaction.Commit();
        }
    }
}
