using Microsoft.Data.Sqlite;

namespace Telemetry.Gateway.Control;

/// <summary>The boiler that leads each boiler room this week, by its device: a list written in another order must not turn it.</summary>
internal sealed class CascadeTable(SqliteConnection connection, Lock gate)
{
    internal const string Schema = "CREATE TABLE IF NOT EXISTS cascade (room TEXT PRIMARY KEY, boiler TEXT NOT NULL, week INTEGER NOT NULL) WITHOUT ROWID;";

    /// <summary>Keeps it.</summary>
    internal void Keep(string room, string boiler, DateOnly week)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("INSERT OR REPLACE INTO cascade (room, boiler, week) VALUES ($room, $boiler, $week)", connection);
            command.Parameters.AddWithValue("$room", room);
            command.Parameters.AddWithValue("$boiler", boiler);
            command.Parameters.AddWithValue("$week", week.DayNumber);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The boiler and the Monday since which it leads; null before any was kept.</summary>
    internal (string Boiler, DateOnly Week)? Of(string room)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("SELECT boiler, week FROM cascade WHERE room = $room", connection);
            command.Parameters.AddWithValue("$room", room);
            using var rows = command.ExecuteReader();
            return rows.Read() ? (rows.GetString(0), DateOnly.FromDayNumber(rows.GetInt32(1))) : null;
        }
    }
}
