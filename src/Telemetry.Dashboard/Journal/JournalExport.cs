using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Journal;

/// <summary>Lines as files for other programs. JSON lines hold everything exactly, hashes included; CSV is for spreadsheets.</summary>
internal static class JournalExport
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Header =
    [
        "number", "recorded", "at", "who", "role", "channel", "action", "object", "site", "before", "asked", "readBack", "reason", "rules", "outcome", "reference", "previous", "hash",
    ];

    /// <summary>The lines as CSV, in the order given.</summary>
    public static byte[] Csv(IEnumerable<JournalLine> lines) => CsvFile.Of([Header, .. lines.Select(Cells)]);

    /// <summary>One line as one JSON object.</summary>
    public static string JsonLine(JournalLine line) =>
        JsonSerializer.Serialize(Header.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal), Json);

    private static IReadOnlyList<string> Cells(JournalLine line) =>
        [line.Number.ToString(CultureInfo.InvariantCulture), Instant(line.Recorded), Instant(line.At), .. JournalChain.Fields(line).Skip(3), line.Previous, line.Hash];

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
