using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Gateway.Outbox;

/// <summary>Opens the gateway's SQLite files, and sets damaged ones aside.</summary>
internal static class SqliteStore
{
    private static readonly string[] Companions = ["-wal", "-shm"];

    /// <summary>The file, checked and with its tables.</summary>
    /// <exception cref="SqliteException">It cannot be opened or is damaged.</exception>
    internal static SqliteConnection Open(string path, string schema)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Small pages: a commit of a few samples writes whole pages, and a memory card counts them. A file that exists keeps its own.
            Run(connection, "PRAGMA busy_timeout = 2000; PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -256; PRAGMA wal_autocheckpoint = 2000;");
            Run(connection, schema);
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (check.ExecuteScalar() is not "ok")
            {
                throw new SqliteException("The file is damaged.", Corrupt);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether an error says that the file itself is bad, not that the disk is full or the file in use.</summary>
    internal static bool IsDamage(Exception error) => error is SqliteException { SqliteErrorCode: Corrupt or NotADatabase } or InvalidCastException;

    /// <summary>Renames a damaged file and its companions; the new name.</summary>
    internal static string SetAside(string path)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var aside = $"{path}.damaged-{stamp}";
        File.Move(path, aside, overwrite: true);
        foreach (var companion in Companions.Where(suffix => File.Exists(path + suffix)))
        {
            File.Move(path + companion, aside + companion, overwrite: true);
        }

        return aside;
    }

#pragma warning disable CA2100 // constants of the callers
    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100

    private const int Corrupt = 11;
    private const int NotADatabase = 26;
}
