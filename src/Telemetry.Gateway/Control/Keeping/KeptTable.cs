using Microsoft.Data.Sqlite;
using Telemetry.Gateway.Control.Heating;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control;

/// <summary>Settings that the gateway keeps in controllers, and the legionella runs of their tanks.</summary>
internal sealed class KeptTable(SqliteConnection connection, Lock gate)
{
    internal const string Schema = """
        CREATE TABLE IF NOT EXISTS keptPoint (device TEXT NOT NULL, point TEXT NOT NULL, previous REAL NOT NULL, applied REAL NOT NULL, asked INTEGER NOT NULL, state INTEGER NOT NULL, seen REAL NOT NULL,
          PRIMARY KEY (device, point)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS hotWaterRun (device TEXT PRIMARY KEY, due INTEGER NOT NULL, running INTEGER NOT NULL, repeats INTEGER NOT NULL, end INTEGER NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>What is kept in a device, by point.</summary>
    internal IReadOnlyDictionary<string, KeptPoint> Of(string device)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("SELECT point, previous, applied, asked, state, seen FROM keptPoint WHERE device = $device", connection);
            command.Parameters.AddWithValue("$device", device);
            using var rows = command.ExecuteReader();
            var found = new Dictionary<string, KeptPoint>(StringComparer.Ordinal);
            while (rows.Read())
            {
                found[rows.GetString(0)] = new KeptPoint(
                    rows.GetString(0), rows.GetDouble(1), rows.GetDouble(2), rows.GetInt32(3), (KeptState)rows.GetInt32(4), rows.GetDouble(5));
            }

            return found;
        }
    }

    /// <summary>Keeps one; it is on the disk when this returns.</summary>
    internal void Keep(string device, KeptPoint kept)
    {
        lock (gate)
        {
            using var command = new SqliteCommand(
                "INSERT OR REPLACE INTO keptPoint (device, point, previous, applied, asked, state, seen) VALUES ($device, $point, $previous, $applied, $asked, $state, $seen)", connection);
            command.Parameters.AddWithValue("$device", device);
            command.Parameters.AddWithValue("$point", kept.Point);
            command.Parameters.AddWithValue("$previous", kept.Previous);
            command.Parameters.AddWithValue("$applied", kept.Applied);
            command.Parameters.AddWithValue("$asked", kept.Asked);
            command.Parameters.AddWithValue("$state", (int)kept.State);
            command.Parameters.AddWithValue("$seen", kept.Seen);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The point is its controller's again.</summary>
    internal void LetGo(string device, string point)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("DELETE FROM keptPoint WHERE device = $device AND point = $point", connection);
            command.Parameters.AddWithValue("$device", device);
            command.Parameters.AddWithValue("$point", point);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The runs of a device's tank, as far as a restart lets know.</summary>
    internal HotWaterBook Runs(string device)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("SELECT due, running, repeats, end FROM hotWaterRun WHERE device = $device", connection);
            command.Parameters.AddWithValue("$device", device);
            using var rows = command.ExecuteReader();
            return rows.Read()
                ? new HotWaterBook { Due = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), Running = rows.GetBoolean(1), Repeats = rows.GetBoolean(2), End = (HotWaterRunEnd)rows.GetInt32(3) }
                : new HotWaterBook();
        }
    }

    /// <summary>Keeps them.</summary>
    internal void Note(string device, HotWaterBook book)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("INSERT OR REPLACE INTO hotWaterRun (device, due, running, repeats, end) VALUES ($device, $due, $running, $repeats, $end)", connection);
            command.Parameters.AddWithValue("$device", device);
            command.Parameters.AddWithValue("$due", book.Due?.ToUnixTimeMilliseconds() ?? 0);
            command.Parameters.AddWithValue("$running", book.Running);
            command.Parameters.AddWithValue("$repeats", book.Repeats);
            command.Parameters.AddWithValue("$end", (int)book.End);
            command.ExecuteNonQuery();
        }
    }
}
