using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Telemetry.Gateway.Outbox;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>What must outlive a restart to control safely: orders executed, overrides in force, writes of the day, and bdSeq.</summary>
internal sealed class ControlFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private ControlFile(SqliteConnection connection)
    {
        _connection = connection;
        Grow("override", "kind", "role", "confirmedAt", "effect");
        Grow("known", OrderTable.Columns);
        Grow("safety", "code", "wrongCodes");
        Grow("lesson", ProgrammeTable.LessonColumns);
        (Orders, Plants, Programmes) = (new OrderTable(connection, _gate), new PlantTable(connection, _gate), new ProgrammeTable(connection, _gate));
        Cascades = new CascadeTable(connection, _gate);
        Kept = new KeptTable(connection, _gate);
    }

    /// <summary>Orders that came, and what was last told of each.</summary>
    internal OrderTable Orders { get; }

    /// <summary>Plants in safety.</summary>
    internal PlantTable Plants { get; }

    /// <summary>Programmes, and what they have written.</summary>
    internal ProgrammeTable Programmes { get; }

    /// <summary>Which boiler leads.</summary>
    internal CascadeTable Cascades { get; }

    /// <summary>Settings kept in controllers.</summary>
    internal KeptTable Kept { get; }

    /// <summary>Opens the file; a damaged one is set aside and a new one begun.</summary>
    internal static ControlFile Open(string path, out string? damaged)
    {
        damaged = null;
        try
        {
            return new ControlFile(SqliteStore.Open(path, Schema));
        }
        catch (Exception broken) when (SqliteStore.IsDamage(broken))
        {
            damaged = SqliteStore.SetAside(path);
            return new ControlFile(SqliteStore.Open(path, Schema));
        }
    }

    /// <summary>Keeps a change, in place of any other of the same device: there is one at a time.</summary>
    internal void Keep(OverrideInForce kept)
    {
        lock (_gate)
        {
            // Both or neither: a death in between would forget a change that is in force, and nobody would take it back.
            using var transaction = _connection.BeginTransaction();
            using var command = Command("""
                DELETE FROM override WHERE point = $point OR point LIKE $device;
                INSERT INTO override (point, id, value, until, requested, expires, by, reason, previous, confirmed, kind, role, confirmedAt, effect)
                VALUES ($point, $id, $value, $until, $requested, $expires, $by, $reason, $previous, $confirmed, $kind, $role, $confirmedAt, $effect)
                """);
            var order = kept.Order;
            command.Parameters.AddWithValue("$point", order.Point.ToString());
            command.Parameters.AddWithValue("$device", order.Point.Equipment + "/%");
            command.Parameters.AddWithValue("$kind", (int)order.Kind);
            command.Parameters.AddWithValue("$role", (int)order.Role);
            command.Parameters.AddWithValue("$confirmedAt", kept.ConfirmedAt.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$effect", (int)kept.Effect);
            command.Parameters.AddWithValue("$id", Text(order.Id));
            command.Parameters.AddWithValue("$value", order.Value);
            command.Parameters.AddWithValue("$until", order.Until.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$requested", order.RequestedAt.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$expires", order.ExpiresAt.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$by", order.By);
            command.Parameters.AddWithValue("$reason", order.Reason);
            command.Parameters.AddWithValue("$previous", JsonSerializer.Serialize(kept.Previous));
            command.Parameters.AddWithValue("$confirmed", kept.Confirmed);
            command.Transaction = transaction;
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>Forgets the change of a point's device.</summary>
    internal void Forget(PointId point)
    {
        lock (_gate)
        {
            using var command = Command("DELETE FROM override WHERE point = $point OR point LIKE $device");
            command.Parameters.AddWithValue("$point", point.ToString());
            command.Parameters.AddWithValue("$device", point.Equipment + "/%");
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Every override in force.</summary>
    internal IReadOnlyList<OverrideInForce> Overrides()
    {
        lock (_gate)
        {
            using var command = Command("SELECT point, id, value, until, requested, expires, by, reason, previous, confirmed, kind, role, confirmedAt, effect FROM override");
            using var rows = command.ExecuteReader();
            var found = new List<OverrideInForce>();
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

    /// <summary>Writes already made to a device on a day.</summary>
    internal int WritesOn(string device, DateOnly day)
    {
        lock (_gate)
        {
            using var command = Command("SELECT count FROM writes WHERE device = $device AND day = $day");
            command.Parameters.AddWithValue("$device", device);
            command.Parameters.AddWithValue("$day", day.ToString("O", CultureInfo.InvariantCulture));
            return Convert.ToInt32(command.ExecuteScalar() ?? 0, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Adds writes made to a device on a day.</summary>
    internal void AddWrites(string device, DateOnly day, int writes)
    {
        lock (_gate)
        {
            using var command = Command("INSERT INTO writes (device, day, count) VALUES ($device, $day, $add) ON CONFLICT (device, day) DO UPDATE SET count = count + $add");
            command.Parameters.AddWithValue("$device", device);
            command.Parameters.AddWithValue("$day", day.ToString("O", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$add", writes);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The next bdSeq: one more than the last, 255 then 0.</summary>
    internal byte NextBirthDeathSequence()
    {
        lock (_gate)
        {
            using var command = Command("""
                INSERT INTO meta (key, value) VALUES ('bdSeq', 0) ON CONFLICT (key) DO UPDATE SET value = (value + 1) % 256;
                SELECT value FROM meta WHERE key = 'bdSeq';
                """);
            return (byte)Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS override (point TEXT PRIMARY KEY, id TEXT NOT NULL, value REAL NOT NULL, until INTEGER NOT NULL,
          requested INTEGER NOT NULL, expires INTEGER NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, previous TEXT NOT NULL, confirmed INTEGER NOT NULL,
          kind NOT NULL DEFAULT 0, role NOT NULL DEFAULT 0, confirmedAt NOT NULL DEFAULT 0, effect NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS writes (device TEXT NOT NULL, day TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (device, day)) WITHOUT ROWID;
        """ + OrderTable.Schema + PlantTable.Schema + ProgrammeTable.Schema + CascadeTable.Schema + KeptTable.Schema;

    private static OverrideInForce Read(SqliteDataReader rows, PointId point) => new()
    {
        Order = new Order
        {
            Id = Guid.Parse(rows.GetString(1), CultureInfo.InvariantCulture),
            Kind = (OrderKind)rows.GetInt32(10),
            Point = point,
            Value = rows.GetDouble(2),
            Until = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
            RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)),
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
            By = rows.GetString(6),
            Reason = rows.GetString(7),
            Role = (OrderRole)rows.GetInt32(11),
        },
        Previous = JsonSerializer.Deserialize<Dictionary<string, double>>(rows.GetString(8)) ?? [],
        Confirmed = rows.GetBoolean(9),
        ConfirmedAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(12)),
        Effect = (EffectWatch)rows.GetInt32(13),
    };

    // Columns that files made before have not.
    private void Grow(string table, params ReadOnlySpan<string> columns)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        using (var has = Command("SELECT name FROM pragma_table_info($table)"))
        {
            has.Parameters.AddWithValue("$table", table);
            using var rows = has.ExecuteReader();
            while (rows.Read())
            {
                present.Add(rows.GetString(0));
            }
        }

        foreach (var column in columns)
        {
            if (!present.Contains(column))
            {
                using var add = Command($"ALTER TABLE {table} ADD COLUMN {column} NOT NULL DEFAULT 0");
                add.ExecuteNonQuery();
            }
        }
    }

    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

#pragma warning disable CA2100 // every text is a constant of this file
    private SqliteCommand Command(string sql) => new(sql, _connection);
#pragma warning restore CA2100
}
