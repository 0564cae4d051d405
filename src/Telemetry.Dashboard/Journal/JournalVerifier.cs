using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Telemetry.Dashboard.Journal;

/// <summary>Follows the chain from its anchor to its last line.</summary>
internal static class JournalVerifier
{
    public static JournalVerdict Verify(SqliteConnection connection)
    {
        var verdict = Follow(connection);
        if (!verdict.Holds)
        {
            return verdict;
        }

        // SQLite remembers the highest number it gave: lines cut off the end leave a smaller one behind.
        var given = JournalSql.Number(connection, "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'lines'), 0)");
        if (given > verdict.HeadNumber)
        {
            return Broken(verdict, verdict.HeadNumber + 1, string.Create(CultureInfo.InvariantCulture, $"it is missing: {given - verdict.HeadNumber} lines were cut off the end"));
        }

        var guards = string.Join("', '", JournalSchema.GuardNames);
        var standing = JournalSql.Number(connection, $"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN ('{guards}')");
        return standing == JournalSchema.GuardNames.Count
            ? verdict
            : verdict with { Fault = "every line holds, but guards against changes were taken off the file" };
    }

    private static JournalVerdict Follow(SqliteConnection connection)
    {
        var (number, hash) = Anchor(connection);
        var verdict = new JournalVerdict(0, number, hash, null, "");
        if (number == 0 && hash != JournalChain.Genesis)
        {
            return Broken(verdict, 1, "it does not begin at the genesis");
        }

        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {JournalSchema.Columns} FROM lines ORDER BY Number";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var line = JournalSql.Line(rows);
            if (Fault(line, verdict) is { } fault)
            {
                return Broken(verdict, Math.Min(line.Number, verdict.HeadNumber + 1), fault);
            }

            verdict = new(verdict.Lines + 1, line.Number, line.Hash, null, "");
        }

        return verdict;
    }

    private static string? Fault(JournalLine line, JournalVerdict before)
    {
        if (line.Number != before.HeadNumber + 1)
        {
            return "it is missing";
        }

        return line.Previous != before.HeadHash ? "it does not follow the line before it"
            : line.Hash != JournalChain.HashOf(line) ? "it does not say what it said when it was written"
            : null;
    }

    private static (long Number, string Hash) Anchor(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Number, Hash FROM anchors ORDER BY Number DESC LIMIT 1";
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : (0, JournalChain.Genesis);
    }

    private static JournalVerdict Broken(JournalVerdict verdict, long number, string fault) => verdict with { BrokenAt = number, Fault = fault };
}
