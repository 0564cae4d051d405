using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Bench.Dossier;

/// <summary>
/// A year of readings every ten seconds, kept as gateways tell them: a value that changed (tenths of a degree), and one a minute at least. Burners start three times an
/// hour while it is heated; flow and return never stand still then.
/// </summary>
internal static class Past
{
    private const int Step = 10;
    private const int Beat = 60;

    /// <summary>Writes one boiler room reading by reading, the others as copies of it.</summary>
    /// <returns>How many samples there are.</returns>
    internal static long Write(string path, int year, int rooms)
    {
        new SqliteHistory(path).Dispose();
        using var connection = Books.Open(path);
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536;");
        using var transaction = connection.BeginTransaction();
        for (var room = 1; room <= rooms; room++)
        {
            for (var place = 0; place < Books.Points.Length; place++)
            {
                Execute(connection, string.Create(CultureInfo.InvariantCulture,
                    $"INSERT INTO points VALUES ({((room - 1) * Books.Points.Length) + place + 1}, '{Books.Municipality}', 'gw-{room}', 'chaufferie', '{Books.Points[place].Name}')"));
            }
        }

        for (var place = 0; place < Books.Points.Length; place++)
        {
            WriteOne(connection, place + 1, Books.Points[place].Name, year);
        }

        for (var room = 2; room <= rooms; room++)
        {
            Execute(connection, string.Create(CultureInfo.InvariantCulture,
                $"INSERT INTO samples SELECT point + {(room - 1) * Books.Points.Length}, ms, value, quality FROM samples WHERE point <= {Books.Points.Length} ORDER BY point, ms"));
        }

        Execute(connection, "UPDATE totals SET samples = (SELECT count(*) FROM samples) WHERE id = 1");
        transaction.Commit();
        Execute(connection, "PRAGMA journal_mode = WAL");
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT samples FROM totals";
        return Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void WriteOne(SqliteConnection connection, int id, string name, int year)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO samples (point, ms, value, quality) VALUES ($p, $m, $v, 0)";
        var (ms, value) = (insert.Parameters.Add("$m", SqliteType.Integer), insert.Parameters.Add("$v", SqliteType.Real));
        insert.Parameters.AddWithValue("$p", id);
        insert.Prepare();
        var (begin, end) = (new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-1).ToUnixTimeSeconds(), new DateTimeOffset(year + 1, 1, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds());
        var (last, told) = (double.NaN, 0L);
        for (var at = begin; at < end; at += Step)
        {
            var now = Math.Round(ValueOf(name, at), 1);
            if (now == last && at - told < Beat)
            {
                continue;
            }

            (last, told) = (now, at);
            (ms.Value, value.Value) = (at * 1000, now);
            insert.ExecuteNonQuery();
        }
    }

    private static double ValueOf(string name, long at)
    {
        var moment = DateTimeOffset.FromUnixTimeSeconds(at);
        var season = Math.Cos(2 * Math.PI * (moment.DayOfYear - 20) / 365.25);
        var heats = season > -0.35;
        var day = moment.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && moment.Hour is >= 5 and < 17;
        var cycle = at % 1200 / 1200.0;
        var burns = heats && cycle < (day ? 0.45 : 0.2);
        var water = (day ? 55 : 42) + (10 * season) + (burns ? 12 * cycle : 5 - (5 * cycle)) + (0.3 * Math.Sin(at * 0.37));
        return name switch
        {
            "flow.temperature" => heats ? water : 22 + (2 * Math.Sin(at / 13000.0)),
            "return.temperature" => heats ? water - 13 + (0.2 * Math.Sin(at * 0.21)) : 21.5,
            "flow.temperature.sp" => heats ? Math.Round((day ? 58 : 45) + (10 * season)) : 10,
            "room.temperature" => heats ? 16 + (day ? 3 * Math.Min(1, ((moment.Hour + (moment.Minute / 60.0)) - 5) / 2.5) : 0.8) + (0.2 * Math.Sin(at / 900.0)) : 22 + Math.Sin(at / 20000.0),
            "burner.state" => burns ? 1 : 0,
            "pump.state" => heats ? 1 : 0,
            "programme.level" => moment.Day == 12 && moment.Hour is >= 12 and < 14 ? 5 : 9,
            "programme.repairs" => 0,
            _ => moment.Hour % 5,
        };
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
