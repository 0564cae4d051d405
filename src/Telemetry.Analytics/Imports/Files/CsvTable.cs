using CsvHelper;
using Telemetry.Analytics.Imports.Mapping;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>A CSV file with its header found: exports begin with lines of their own before the names of their columns.</summary>
internal sealed class CsvTable
{
    private const int FarthestHeader = 60;
    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private readonly Dictionary<string, int> _columns;

    private CsvTable(IReadOnlyList<string> header, IReadOnlyList<TextRow> rows)
    {
        _columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, place) in header.Select((name, place) => (name, place)))
        {
            _columns.TryAdd(name, place);
        }

        Rows = rows;
    }

    /// <summary>The rows under the header.</summary>
    internal IReadOnlyList<TextRow> Rows { get; }

    /// <summary>Place of a column; -1 when there is none.</summary>
    internal int Place(string? column) => column is not null && _columns.TryGetValue(column, out var place) ? place : -1;

    /// <summary>The columns' names.</summary>
    internal IEnumerable<string> Columns => _columns.Keys;

    /// <summary>Reads a text; null when no line names the column of the time.</summary>
    internal static CsvTable? Read(string text, ImportMapping mapping)
    {
        foreach (var delimiter in mapping.Delimiter is [var one, ..] ? [one] : Delimiters)
        {
            var all = Parse(text, delimiter);
            if (mapping.Columns.Count > 0)
            {
                // Without header any delimiter would do: the right one makes as many cells as there are names.
                if (mapping.Delimiter is not null || (all.Count > 0 && all[0].Cells.Count == mapping.Columns.Count))
                {
                    return new CsvTable(mapping.Columns, all);
                }

                continue;
            }

            var header = all.Take(FarthestHeader).ToList()
                .FindIndex(row => row.Cells.Contains(mapping.Time.Column, StringComparer.OrdinalIgnoreCase));
            if (header >= 0)
            {
                return new CsvTable(all[header].Cells, all[(header + 1)..]);
            }
        }

        return null;
    }

    private static List<TextRow> Parse(string text, char delimiter)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            PoolStrings = true,

            // One stray quote spoils its own line, not the rest of the file.
            AllowLineBreaksInQuotes = false,
        });
        var rows = new List<TextRow>();
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var place = 0; place < cells.Length; place++)
            {
                cells[place] = reader.GetString(place);
            }

            rows.Add(new TextRow((int)reader.LineNumber, cells));
        }

        return rows;
    }
}
