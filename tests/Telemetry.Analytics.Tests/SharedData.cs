using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Tests;

/// <summary>Public data beside the repository, where they are; a test that needs them skips elsewhere.</summary>
internal static class SharedData
{
    internal static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        Assert.Skip($"The shared data '{name}' is not here.");
        return "";
    }

    /// <summary>What the folder's expected results say.</summary>
    internal static JsonElement Expected(string name, string file = "expected.json") =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Find(name), file))).RootElement;

    /// <summary>Rows of a CSV file without its header; <c>.gz</c> is unpacked.</summary>
    internal static IEnumerable<string[]> Rows(string name, string file)
    {
        Stream stream = File.OpenRead(Path.Combine(Find(name), file));
        using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    /// <summary>A number of such a file; NaN where there is none (<c>ND</c>, empty, <c>nan</c>).</summary>
    internal static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    /// <summary>An instant: with its offset, or UTC.</summary>
    internal static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A column of values by instant.</summary>
    internal static IReadOnlyList<Reading> Series(string name, string file, int at, int value) =>
        [.. Rows(name, file).Select(row => new Reading(Instant(row[at]), Number(row[value])))];
}
