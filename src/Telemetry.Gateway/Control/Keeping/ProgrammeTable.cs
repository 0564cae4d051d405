using System.Text.Json;
using Microsoft.Data.Sqlite;
using Telemetry.Gateway.Control.Heating;
using Telemetry.Gateway.Control.Programmes;

namespace Telemetry.Gateway.Control;

/// <summary>Programmes by version, what they hold in each device, and what warm-ups have taught.</summary>
internal sealed class ProgrammeTable(SqliteConnection connection, Lock gate)
{
    private const int VersionsKept = 50;
    private const int LessonsKept = 10;

    internal const string Schema = """
        CREATE TABLE IF NOT EXISTS programme (device TEXT NOT NULL, version INTEGER NOT NULL, json BLOB NOT NULL, PRIMARY KEY (device, version)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS programmeHold (device TEXT PRIMARY KEY, previous TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS warmUpMisses (device TEXT PRIMARY KEY, days INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS season (device TEXT PRIMARY KEY, off INTEGER NOT NULL, hours TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS lesson (n INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT NOT NULL, class INTEGER NOT NULL, at INTEGER NOT NULL, rate REAL NOT NULL,
          gap NOT NULL DEFAULT 0, outdoor NOT NULL DEFAULT 0);
        """;

    /// <summary>Columns of later versions.</summary>
    internal static readonly string[] LessonColumns = ["gap", "outdoor"];

    /// <summary>Keeps a version; it is on the disk when this returns.</summary>
    internal void Keep(string device, int version, byte[] json)
    {
        using var command = Command("""
            INSERT OR REPLACE INTO programme (device, version, json) VALUES ($device, $version, $json);
            DELETE FROM programme WHERE device = $device AND version <= $version - $most;
            """, device);
        command.Parameters.AddWithValue("$version", version);
        command.Parameters.AddWithValue("$json", json);
        command.Parameters.AddWithValue("$most", VersionsKept);
        Run(command);
    }

    /// <summary>The versions of a device as they are kept, newest first.</summary>
    internal IReadOnlyList<byte[]> Of(string device)
    {
        using var command = Command("SELECT json FROM programme WHERE device = $device ORDER BY version DESC", device);
        lock (gate)
        {
            using var rows = command.ExecuteReader();
            var found = new List<byte[]>();
            while (rows.Read())
            {
                found.Add((byte[])rows[0]);
            }

            return found;
        }
    }

    /// <summary>What the device read before the programme wrote to it; null while it never did.</summary>
    internal IReadOnlyDictionary<string, double>? Held(string device)
    {
        using var command = Command("SELECT previous FROM programmeHold WHERE device = $device", device);
        lock (gate)
        {
            return command.ExecuteScalar() is string json ? JsonSerializer.Deserialize<Dictionary<string, double>>(json) : null;
        }
    }

    /// <summary>Days on end on which the room was warm far from its opening, and the last one judged; null before any was.</summary>
    internal (int Days, DateOnly Last)? Misses(string device)
    {
        using var command = Command("SELECT days, last FROM warmUpMisses WHERE device = $device", device);
        lock (gate)
        {
            using var rows = command.ExecuteReader();
            return rows.Read() ? (rows.GetInt32(0), DateOnly.FromDayNumber(rows.GetInt32(1))) : null;
        }
    }

    /// <summary>Keeps them.</summary>
    internal void Miss(string device, int days, DateOnly last)
    {
        using var command = Command("INSERT OR REPLACE INTO warmUpMisses (device, days, last) VALUES ($device, $days, $last)", device);
        command.Parameters.AddWithValue("$days", days);
        command.Parameters.AddWithValue("$last", last.DayNumber);
        Run(command);
    }

    /// <summary>The outdoor hours known before a restart, and whether heating was off for the season then.</summary>
    internal (Outdoor Outdoor, bool Off) Season(string device)
    {
        using var command = Command("SELECT off, hours FROM season WHERE device = $device", device);
        lock (gate)
        {
            using var rows = command.ExecuteReader();
            return rows.Read() && JsonSerializer.Deserialize<Dictionary<long, double>>(rows.GetString(1)) is { } hours
                ? (new Outdoor { Full = [.. hours.OrderBy(hour => hour.Key).Select(hour => (hour.Key, hour.Value))] }, rows.GetBoolean(0))
                : (new Outdoor(), false);
        }
    }

    /// <summary>Keeps them: the hours that are full.</summary>
    internal void Season(string device, Outdoor outdoor, bool off)
    {
        using var command = Command("INSERT OR REPLACE INTO season (device, off, hours) VALUES ($device, $off, $hours)", device);
        command.Parameters.AddWithValue("$off", off);
        command.Parameters.AddWithValue("$hours", JsonSerializer.Serialize(outdoor.Full.ToDictionary(hour => hour.Hour, hour => Math.Round(hour.Celsius, 2))));
        Run(command);
    }

    /// <summary>Keeps it.</summary>
    internal void Hold(string device, IReadOnlyDictionary<string, double> previous)
    {
        using var command = Command("INSERT OR REPLACE INTO programmeHold (device, previous) VALUES ($device, $previous)", device);
        command.Parameters.AddWithValue("$previous", JsonSerializer.Serialize(previous));
        Run(command);
    }

    /// <summary>The device is its controller's again.</summary>
    internal void LetGo(string device)
    {
        using var command = Command("DELETE FROM programmeHold WHERE device = $device", device);
        Run(command);
    }

    /// <summary>Keeps what a warm-up taught.</summary>
    internal void Learn(string device, Lesson lesson)
    {
        using var command = Command("""
            INSERT INTO lesson (device, class, at, rate, gap, outdoor) VALUES ($device, $class, $at, $rate, $gap, $outdoor);
            DELETE FROM lesson WHERE device = $device AND class = $class AND n NOT IN (SELECT n FROM lesson WHERE device = $device AND class = $class ORDER BY n DESC LIMIT $most);
            """, device);
        command.Parameters.AddWithValue("$class", (int)lesson.Class);
        command.Parameters.AddWithValue("$at", lesson.At.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$rate", lesson.KelvinPerHour);
        command.Parameters.AddWithValue("$gap", lesson.Gap);
        command.Parameters.AddWithValue("$outdoor", lesson.Outdoor is { } outdoor ? outdoor : "");
        command.Parameters.AddWithValue("$most", LessonsKept);
        Run(command);
    }

    /// <summary>What warm-ups taught, newest first.</summary>
    internal IReadOnlyList<Lesson> Lessons(string device)
    {
        using var command = Command("SELECT class, at, rate, gap, outdoor FROM lesson WHERE device = $device ORDER BY n DESC", device);
        lock (gate)
        {
            using var rows = command.ExecuteReader();
            var found = new List<Lesson>();
            while (rows.Read())
            {
                // Without a gap the row is of a version that noted no outdoor temperature either.
                var gap = rows.GetDouble(3);
                found.Add(new Lesson(
                    (AbsenceClass)rows.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), rows.GetDouble(2), gap, gap > 0 && rows[4] is double outdoor ? outdoor : null));
            }

            return found;
        }
    }

#pragma warning disable CA2100 // every text is a constant of this file
    private SqliteCommand Command(string sql, string device)
    {
        var command = new SqliteCommand(sql, connection);
        command.Parameters.AddWithValue("$device", device);
        return command;
    }
#pragma warning restore CA2100

    private void Run(SqliteCommand command)
    {
        lock (gate)
        {
            command.ExecuteNonQuery();
        }
    }
}
