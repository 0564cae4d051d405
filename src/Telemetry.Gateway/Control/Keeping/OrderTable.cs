using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Orders that came, so that none is executed twice, and what was last told of each, so that no restart loses it.</summary>
internal sealed class OrderTable(SqliteConnection connection, Lock gate)
{
    private const int OrdersRemembered = 10_000;
    private const int ToldAgain = 20;

    internal const string Schema = """
        CREATE TABLE IF NOT EXISTS known (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
          point NOT NULL DEFAULT 0, state NOT NULL DEFAULT 0, at NOT NULL DEFAULT 0, readBack NOT NULL DEFAULT 0, refusal NOT NULL DEFAULT 0, bound NOT NULL DEFAULT 0);
        """;

    /// <summary>Columns of later versions.</summary>
    internal static readonly string[] Columns = ["point", "state", "at", "readBack", "refusal", "bound"];

    /// <summary>Remembers an order.</summary>
    /// <returns>False when it was already known: it must not be executed again.</returns>
    internal bool Remember(Order order)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("""
                DELETE FROM known WHERE n <= (SELECT MAX(n) FROM known) - $most;
                INSERT OR IGNORE INTO known (id, point, state) VALUES ($id, $point, $state);
                SELECT CHANGES();
                """, connection);
            command.Parameters.AddWithValue("$id", Text(order.Id));
            command.Parameters.AddWithValue("$point", order.Point.ToString());
            command.Parameters.AddWithValue("$state", (int)OrderState.Requested);
            command.Parameters.AddWithValue("$most", OrdersRemembered);
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
        }
    }

    /// <summary>Notes a step that stands on its own; those on the way to it are not worth a write to a memory card.</summary>
    internal void Note(OrderReport report)
    {
        if (report.State is OrderState.Checked or OrderState.Sent)
        {
            return;
        }

        lock (gate)
        {
            using var command = new SqliteCommand("UPDATE known SET state = $state, at = $at, readBack = $readBack, refusal = $refusal, bound = $bound WHERE id = $id", connection);
            command.Parameters.AddWithValue("$id", Text(report.Order));
            command.Parameters.AddWithValue("$state", (int)report.State);
            command.Parameters.AddWithValue("$at", report.At.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$readBack", Told(report.ReadBack));
            command.Parameters.AddWithValue("$refusal", (int)report.Refusal);
            command.Parameters.AddWithValue("$bound", Told(report.Limit));
            command.ExecuteNonQuery();
        }
    }

    /// <summary>What was last told of the latest orders; <see cref="OrderState.Requested"/> where nothing was.</summary>
    internal IReadOnlyList<(PointId Point, OrderReport Report)> Last()
    {
        lock (gate)
        {
            using var command = new SqliteCommand("SELECT id, point, state, at, readBack, refusal, bound FROM known ORDER BY n DESC LIMIT $most", connection);
            command.Parameters.AddWithValue("$most", ToldAgain);
            using var rows = command.ExecuteReader();
            var found = new List<(PointId, OrderReport)>();
            while (rows.Read())
            {
                // Orders of before these columns have no point: all was told of them long ago.
                if (PointId.TryParse(Convert.ToString(rows[1], CultureInfo.InvariantCulture), out var point))
                {
                    found.Add((point, Read(rows)));
                }
            }

            found.Reverse();
            return found;
        }
    }

    private static OrderReport Read(SqliteDataReader rows) => new()
    {
        Order = Guid.Parse(rows.GetString(0), CultureInfo.InvariantCulture),
        State = (OrderState)rows.GetInt32(2),
        At = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
        ReadBack = Heard(rows, 4),
        Refusal = (Refusal)rows.GetInt32(5),
        Limit = Heard(rows, 6),
    };

    // No number at all is kept as a text, for zero is a number.
    private static object Told(double? value) => value is { } number && double.IsFinite(number) ? number : "";

    private static double? Heard(SqliteDataReader rows, int column) => rows[column] is double number ? number : null;

    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);
}
