using Microsoft.Data.Sqlite;

namespace Telemetry.EndToEnd.Tests;

/// <summary>The centre's history, read beside it as an auditor would: plain SQL on the file, nothing of ours in between.</summary>
internal sealed class HistoryFile(string path)
{
    /// <summary>The usable values of a point in time order.</summary>
    /// <param name="point">Gateway, device and name: <c>gw-ecole/elec/energy.import</c>.</param>
    public IReadOnlyList<(DateTimeOffset At, double Value)> Read(string point)
    {
        var words = point.Split('/');
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT ms, value FROM samples JOIN points ON points.id = samples.point
            WHERE gateway = $gateway AND device = $device AND name = $name AND value IS NOT NULL ORDER BY ms
            """;
        command.Parameters.AddWithValue("$gateway", words[0]);
        command.Parameters.AddWithValue("$device", words[1]);
        command.Parameters.AddWithValue("$name", words[2]);
        using var rows = command.ExecuteReader();
        var values = new List<(DateTimeOffset, double)>();
        while (rows.Read())
        {
            values.Add((DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), rows.GetDouble(1)));
        }

        return values;
    }

    /// <summary>How many (point, instant) pairs stand more than once: the key must make it none.</summary>
    public long Duplicates() => Scalar(path, "SELECT COUNT(*) FROM (SELECT 1 FROM samples GROUP BY point, ms HAVING COUNT(*) > 1)");

    /// <summary>The highest sequence held of a gateway's outbox.</summary>
    public long Held(string gateway) => Scalar(path, $"SELECT COALESCE(MAX(held), 0) FROM outboxes WHERE gateway LIKE '%{gateway}'");

    /// <summary>A number out of any SQLite file.</summary>
    public static long Scalar(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }
}
