using System.Globalization;
using System.Text;

namespace Telemetry.Dashboard.Wording;

/// <summary>Open-data CSV: UTF-8, comma, CRLF, decimal point, nothing between commas for a missing value.</summary>
internal static class CsvFile
{
    /// <summary>The rows as a file.</summary>
    public static byte[] Of(IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A number as a machine reads it; empty when there is none.</summary>
    public static string Number(double value) => double.IsFinite(value) ? Math.Round(value, 6).ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>An instant as a machine reads it, with its <c>Z</c>.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // A cell that starts like a formula would be run by a spreadsheet: it gets a leading apostrophe.
    private static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && "=+@\t".Contains(cell[0]) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
