using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Dashboard.Journal;

/// <summary>Lines to rows and back.</summary>
internal static class JournalSql
{
    public static void Run(SqliteConnection connection, string text)
    {
        using var command = Command(connection, text);
        command.ExecuteNonQuery();
    }

    public static long Number(SqliteConnection connection, string text)
    {
        using var command = Command(connection, text);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The last line's number and hash, or the anchor's in an empty journal.</summary>
    public static (long Number, string Hash) Head(SqliteConnection connection)
    {
        using var command = Command(connection,
            "SELECT * FROM (SELECT Number, Hash FROM lines ORDER BY Number DESC LIMIT 1) UNION ALL SELECT * FROM (SELECT Number, Hash FROM anchors ORDER BY Number DESC LIMIT 1) ORDER BY 1 DESC LIMIT 1");
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : throw new InvalidDataException("The journal has lost its anchor.");
    }

    public static SqliteCommand Select(SqliteConnection connection, JournalQuery query)
    {
        var command = connection.CreateCommand();
        var tests = new List<string>();
        void Where(string test, string name, object? value)
        {
            if (value is not null)
            {
                tests.Add(test);
                command.Parameters.AddWithValue(name, value);
            }
        }

        Where("AtMs >= $from", "$from", query.From?.ToUnixTimeMilliseconds());
        Where("AtMs < $to", "$to", query.To?.ToUnixTimeMilliseconds());
        Where("Who = $who", "$who", query.Who);
        Where("Action = $action", "$action", query.Action);
        Where("Reference = $reference AND Reference <> ''", "$reference", query.Reference);
        Where("Number < $below", "$below", query.Below);
        Where("(instr(lower(Object), lower($text)) OR instr(lower(Site), lower($text)) OR instr(lower(Reason), lower($text)))", "$text", query.Text);
        if (query.ObjectPrefix is { Length: > 0 } prefix)
        {
            Where("Object >= $prefix", "$prefix", prefix);
            Where("Object < $after", "$after", prefix[..^1] + (char)(prefix[^1] + 1));
        }

        command.Parameters.AddWithValue("$most", query.Most);
#pragma warning disable CA2100 // The tests are constants of this method; every value is a parameter.
        command.CommandText = $"SELECT {JournalSchema.Columns} FROM lines {(tests.Count > 0 ? "WHERE " + string.Join(" AND ", tests) : "")} ORDER BY Number DESC LIMIT $most";
#pragma warning restore CA2100
        return command;
    }

    public static JournalLine Line(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Recorded = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        By = new(row.GetString(3), row.GetString(4), row.GetString(5)),
        Action = row.GetString(6),
        Object = row.GetString(7),
        Site = row.GetString(8),
        Before = row.GetString(9),
        Asked = row.GetString(10),
        ReadBack = row.GetString(11),
        Reason = row.GetString(12),
        Rules = row.GetString(13),
        Outcome = row.GetString(14),
        Reference = row.GetString(15),
        Previous = row.GetString(16),
        Hash = row.GetString(17),
    };

    public static void Insert(SqliteConnection connection, JournalLine line)
    {
        using var command = Command(connection,
            $"INSERT INTO lines ({JournalSchema.Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)");
        object[] values =
        [
            line.Number, line.Recorded.ToUnixTimeMilliseconds(), line.At.ToUnixTimeMilliseconds(), line.By.Name, line.By.Role, line.By.Channel,
            line.Action, line.Object, line.Site, line.Before, line.Asked, line.ReadBack, line.Reason, line.Rules, line.Outcome, line.Reference,
            line.Previous, line.Hash,
        ];
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue("$" + index.ToString(CultureInfo.InvariantCulture), values[index]);
        }

        command.ExecuteNonQuery();
    }

    /// <summary>Sets an anchor at a line and takes away that line and all before it; the guard is back before the transaction ends.</summary>
    public static void Cut(SqliteConnection connection, long number, DateTimeOffset now)
    {
        Run(connection, "DROP TRIGGER lines_never_go");
        using var anchor = Command(connection, "INSERT INTO anchors (Number, Hash, RecordedMs, Reason) SELECT Number, Hash, $now, 'archived' FROM lines WHERE Number = $number");
        anchor.Parameters.AddWithValue("$number", number);
        anchor.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        if (anchor.ExecuteNonQuery() != 1)
        {
            throw new InvalidDataException($"The journal has no line {number.ToString(CultureInfo.InvariantCulture)}.");
        }

        using var cut = Command(connection, "DELETE FROM lines WHERE Number <= $number");
        cut.Parameters.AddWithValue("$number", number);
        cut.ExecuteNonQuery();
        Run(connection, JournalSchema.NeverGo);
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this folder.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
