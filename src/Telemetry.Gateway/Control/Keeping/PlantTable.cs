using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>The plants put in safety: no restart may forget one.</summary>
internal sealed class PlantTable(SqliteConnection connection, Lock gate)
{
    internal const string Schema = """
        CREATE TABLE IF NOT EXISTS safety (point TEXT PRIMARY KEY, id TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, requested INTEGER NOT NULL,
          previous TEXT NOT NULL, confirmed INTEGER NOT NULL, localSeen INTEGER NOT NULL, code NOT NULL DEFAULT 0, wrongCodes NOT NULL DEFAULT 0) WITHOUT ROWID;
        """;

    /// <summary>Keeps one.</summary>
    internal void Keep(SafetyInForce kept)
    {
        lock (gate)
        {
            using var command = new SqliteCommand(
                "INSERT OR REPLACE INTO safety (point, id, by, reason, requested, previous, confirmed, localSeen, code, wrongCodes) VALUES ($point, $id, $by, $reason, $requested, $previous, $confirmed, $localSeen, $code, $wrong)", connection);
            command.Parameters.AddWithValue("$point", kept.Order.Point.ToString());
            command.Parameters.AddWithValue("$id", kept.Order.Id.ToString("D", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$by", kept.Order.By);
            command.Parameters.AddWithValue("$reason", kept.Order.Reason);
            command.Parameters.AddWithValue("$requested", kept.Order.RequestedAt.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$previous", JsonSerializer.Serialize(kept.Previous));
            command.Parameters.AddWithValue("$confirmed", kept.Confirmed);
            command.Parameters.AddWithValue("$localSeen", kept.LocalSeen);
            command.Parameters.AddWithValue("$code", kept.Code);
            command.Parameters.AddWithValue("$wrong", kept.WrongCodes);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Forgets one.</summary>
    internal void Forget(PointId point)
    {
        lock (gate)
        {
            using var command = new SqliteCommand("DELETE FROM safety WHERE point = $point", connection);
            command.Parameters.AddWithValue("$point", point.ToString());
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Every one.</summary>
    internal IReadOnlyList<SafetyInForce> All()
    {
        lock (gate)
        {
            using var command = new SqliteCommand("SELECT point, id, by, reason, requested, previous, confirmed, localSeen, code, wrongCodes FROM safety", connection);
            using var rows = command.ExecuteReader();
            var found = new List<SafetyInForce>();
            while (rows.Read())
            {
                if (PointId.TryParse(rows.GetString(0), out var point))
                {
                    found.Add(Read(rows, point));
                }
            }

            return found;
        }
    }

    private static SafetyInForce Read(SqliteDataReader rows, PointId point) => new()
    {
        Order = new Order
        {
            Id = Guid.Parse(rows.GetString(1), CultureInfo.InvariantCulture),
            Kind = OrderKind.SafeState,
            Point = point,
            Value = double.NaN,
            Until = DateTimeOffset.MaxValue,
            RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)),
            ExpiresAt = DateTimeOffset.MaxValue,
            By = rows.GetString(2),
            Reason = rows.GetString(3),
            Role = OrderRole.Technician,
        },
        Previous = JsonSerializer.Deserialize<Dictionary<string, double>>(rows.GetString(5)) ?? [],
        Confirmed = rows.GetBoolean(6),
        LocalSeen = rows.GetBoolean(7),
        Code = rows.GetValue(8) as string ?? "",
        WrongCodes = rows.GetInt32(9),
    };
}
