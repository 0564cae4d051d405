using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Imports.Files;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Imports.Store;

namespace Telemetry.Analytics.Imports;

/// <summary>Imports a file: reads all of it, keeps what can be kept in one transaction, and says what became of every row.</summary>
public sealed class ImportRun(ImportStore store, IHistory history, TimeProvider clock)
{
    /// <summary>Runs it.</summary>
    /// <param name="file">The CSV file, gzip or not.</param>
    /// <param name="mapping">How it is read.</param>
    /// <param name="who">Who asked, for the list of imports.</param>
    /// <param name="dryRun">True to keep nothing: the outcome is what would happen.</param>
    public ImportOutcome Run(string file, ImportMapping mapping, string who, bool dryRun)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        string text;
        byte[] sha;
        try
        {
            (text, sha) = CsvText.Read(file, mapping.Encoding);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Failed(file, 1, $"the file cannot be read ({unreadable.Message})", dryRun);
        }

        if (CsvTable.Read(text, mapping) is not { } table)
        {
            return Failed(file, 1, $"no line of the file names the column '{mapping.Time.Column}': put the mapping right, or give it the names with columns: [ … ]", dryRun);
        }

        var reader = new FileReader(mapping, table, clock.GetUtcNow());
        if (reader.LackingColumns() is { Count: > 0 } lacking)
        {
            return Failed(file, 1, $"the file has no column '{string.Join("', '", lacking)}'; it has: {string.Join(", ", table.Columns)}", dryRun);
        }

        var values = reader.Values();
        var late = new List<RefusedRow>();
        var series = mapping.Kind == ImportKind.Register
            ? new RegisterTaker(history).Take(values, late, dryRun)
            : Keep(values, late, dryRun, (file, Convert.ToHexStringLower(sha), mapping.Name, who, table.Rows.Count, reader));
        return new ImportOutcome
        {
            File = file,
            Sha256 = Convert.ToHexStringLower(sha),
            Rows = table.Rows.Count,
            PassedOver = reader.PassedOver,
            Missing = reader.Missing,
            Refused = [.. reader.Refused.Concat(late).OrderBy(row => row.Line)],
            Series = series,
            DryRun = dryRun,
        };
    }

    private IReadOnlyList<ImportedSeries> Keep(
        IReadOnlyList<ReadValue> values,
        List<RefusedRow> refused,
        bool dryRun,
        (string File, string Sha256, string Mapping, string Who, int Rows, FileReader Reader) about)
    {
        using var connection = store.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var note = connection.Prepared(
            """
            INSERT INTO imports (at_ms, who, file, sha256, mapping, rows, added, changed, refused, missing) VALUES ($t, $w, $f, $h, $m, $r, 0, 0, 0, $x) RETURNING id
            """, "$t", "$w", "$f", "$h", "$m", "$r", "$x");
        note.Transaction = transaction;
        var import = (long)note.With(
            clock.GetUtcNow().ToUnixTimeMilliseconds(), about.Who, Path.GetFileName(about.File), about.Sha256, about.Mapping, about.Rows, about.Reader.Missing).ExecuteScalar()!;
        var tally = new Tally();
        using (var taker = new ImportTaker(connection, transaction, import))
        {
            foreach (var value in values)
            {
                var (fate, reason) = taker.Take(value);
                tally.Add(value, fate);
                if (reason is not null)
                {
                    refused.Add(new RefusedRow(value.Line, reason, value.Series));
                }
            }
        }

        // A rerun changes nothing, the list of imports included.
        if (dryRun || tally.Changes == 0)
        {
            transaction.Rollback();
        }
        else
        {
            using var counts = connection.Prepared("UPDATE imports SET added = $a, changed = $c, refused = $r WHERE id = $i", "$a", "$c", "$r", "$i");
            counts.Transaction = transaction;
            counts.With(tally.Added, tally.Changed, refused.Count + about.Reader.Refused.Count, import).ExecuteNonQuery();
            transaction.Commit();
        }

        return tally.Series;
    }

    private static ImportOutcome Failed(string file, int line, string why, bool dryRun) =>
        new() { File = file, Problem = new ImportProblem(file, line, why), DryRun = dryRun };
}
