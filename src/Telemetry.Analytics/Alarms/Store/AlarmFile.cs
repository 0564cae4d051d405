using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Alarms.Store;

/// <summary>The alarms' own SQLite file, <c>alarms.db</c>.</summary>
internal sealed class AlarmFile(string path) : ContextFile<AlarmContext>(path, Steps, options => new(options),
    "Put a copy back from a backup, or move the file away: what stands is raised again, the past and the rota are lost.")
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE alarms (
            Id TEXT NOT NULL PRIMARY KEY, Kind INTEGER NOT NULL,
            Municipality TEXT NOT NULL, Gateway TEXT NOT NULL, Device TEXT NOT NULL, Point TEXT NOT NULL,
            Severity INTEGER NOT NULL, RaisedMs INTEGER NOT NULL, SinceMs INTEGER NOT NULL, Value REAL, "Limit" REAL,
            AcknowledgedBy TEXT, AcknowledgedMs INTEGER, ClearedMs INTEGER, ClosedMs INTEGER,
            ClosedBy TEXT NOT NULL, Closure INTEGER NOT NULL, Note TEXT NOT NULL,
            ShelvedUntilMs INTEGER, ShelvedBy TEXT NOT NULL, Returns INTEGER NOT NULL, Cause TEXT);
        CREATE INDEX alarms_by_time ON alarms (RaisedMs);
        CREATE INDEX alarms_open ON alarms (ClosedMs) WHERE ClosedMs IS NULL;
        CREATE TABLE people (Id TEXT NOT NULL PRIMARY KEY, Name TEXT NOT NULL, Mail TEXT NOT NULL, Account TEXT NOT NULL);
        CREATE TABLE shifts (
            Id TEXT NOT NULL PRIMARY KEY, Person TEXT NOT NULL, Rank INTEGER NOT NULL, FromMs INTEGER NOT NULL, ToMs INTEGER NOT NULL);
        CREATE TABLE calls (
            Alarm TEXT NOT NULL, Returns INTEGER NOT NULL, Severity INTEGER NOT NULL, Step INTEGER NOT NULL, AtMs INTEGER NOT NULL, Person TEXT NOT NULL,
            PRIMARY KEY (Alarm, Returns, Severity, Step));
        CREATE TABLE messages (
            Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, Channel TEXT NOT NULL, Address TEXT NOT NULL, Person TEXT NOT NULL,
            Subject TEXT NOT NULL, Body TEXT NOT NULL, Alarms TEXT NOT NULL, MadeMs INTEGER NOT NULL,
            Tries INTEGER NOT NULL, NextMs INTEGER, SentMs INTEGER, Trouble TEXT NOT NULL);
        CREATE INDEX messages_waiting ON messages (NextMs) WHERE NextMs IS NOT NULL;
        CREATE TABLE subscriptions (
            Endpoint TEXT NOT NULL PRIMARY KEY, Account TEXT NOT NULL, P256dh TEXT NOT NULL, Auth TEXT NOT NULL, MadeMs INTEGER NOT NULL);
        """,
        // Of those taken charge of before, nobody knows at what severity: as they are.
        """
        ALTER TABLE alarms ADD COLUMN WorsenedMs INTEGER;
        ALTER TABLE alarms ADD COLUMN AcknowledgedSeverity INTEGER;
        UPDATE alarms SET AcknowledgedSeverity = Severity WHERE AcknowledgedMs IS NOT NULL;
        """,
    ];
}
