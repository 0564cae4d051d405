using System.Globalization;

namespace FirmwareSim.Past;

/// <summary><c>firmware-sim past --out FOLDER --until DAY [--seed N]</c>: the years before the meters, as files of suppliers.</summary>
internal static class PastCommand
{
    internal const string Usage = "firmware-sim past --out FOLDER --until YYYY-MM-DD [--seed N]";

    /// <summary>Writes them.</summary>
    /// <exception cref="FormatException">Something cannot be read.</exception>
    internal static int Run(IReadOnlyList<string> args)
    {
        var values = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "", StringComparer.Ordinal);
        if (!values.TryGetValue("--out", out var folder) || folder.Length == 0
            || !DateOnly.TryParseExact(values.GetValueOrDefault("--until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
        {
            throw new FormatException("past wants --out FOLDER and --until YYYY-MM-DD.");
        }

        var seed = int.TryParse(values.GetValueOrDefault("--seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        PastTown.Write(folder, until, seed);
        return 0;
    }
}
