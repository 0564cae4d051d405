using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Gateway.Health;

/// <summary>How long the oldest batch has waited, asked of the file itself on a connection of its own: the outbox is its thread's alone.</summary>
internal static class OutboxAge
{
    internal static double? Seconds(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 1 }.ToString());
            connection.Open();
            using var command = new SqliteCommand("SELECT kept FROM batch ORDER BY seq LIMIT 1", connection);
            return command.ExecuteScalar() is { } kept
                ? Math.Max(0, Math.Round((TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(kept, CultureInfo.InvariantCulture))).TotalSeconds, 1))
                : null;
        }
        catch (SqliteException)
        {
            // Busy or damaged: the page says nothing rather than something wrong.
            return null;
        }
    }
}
