using System.Globalization;
using System.IO.Compression;

namespace FirmwareSim.Physics;

/// <summary>Measured weather from a file in the SYNOP shape: <c>station,time_utc,t_c,…</c>; the sun stays synthetic.</summary>
/// <remarks>An instant outside the file takes the same day of another year of the file, so a file of any year serves any date.</remarks>
internal sealed class FileWeather : IWeather
{
    private readonly List<(DateTimeOffset At, double Celsius)> _messages;
    private readonly SyntheticWeather _sky;

    private FileWeather(List<(DateTimeOffset At, double Celsius)> messages, int seed) =>
        (_messages, _sky) = (messages, new SyntheticWeather(seed));

    /// <summary>Reads a CSV file, plain or gzip; <c>FILE#07130</c> chooses a station, else the first one is taken.</summary>
    /// <exception cref="FormatException">The file has no usable line; the message says what is missing.</exception>
    internal static FileWeather Load(string file, int seed)
    {
        var (path, wanted) = file.Split('#') is [var name, var station] && !File.Exists(file) ? (name, station) : (file, null);
        using var raw = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw;
        using var reader = new StreamReader(stream);
        return new FileWeather(Read(reader, path, wanted), seed);
    }

    /// <inheritdoc />
    public Sky At(DateTimeOffset instant)
    {
        var sky = _sky.At(instant);
        return sky with { OutdoorC = Celsius(IntoFile(instant)) };
    }

    private static List<(DateTimeOffset At, double Celsius)> Read(StreamReader reader, string path, string? wanted)
    {
        var header = (reader.ReadLine() ?? "").Split(',');
        var (station, time, celsius) = (Array.IndexOf(header, "station"), Array.IndexOf(header, "time_utc"), Array.IndexOf(header, "t_c"));
        if (time < 0 || celsius < 0)
        {
            throw new FormatException($"{path}: the first line must name the columns time_utc and t_c (station if there are several).");
        }

        var messages = new List<(DateTimeOffset, double)>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            wanted ??= station >= 0 ? cells[station] : null;
            if (cells.Length >= header.Length && (station < 0 || cells[station] == wanted)
                && DateTimeOffset.TryParse(cells[time], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && double.TryParse(cells[celsius], CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            {
                messages.Add((at, value));
            }
        }

        messages.Sort((a, b) => a.Item1.CompareTo(b.Item1));
        return messages.Count >= 2 ? messages : throw new FormatException($"{path}: fewer than two usable lines for station '{wanted}'.");
    }

    private DateTimeOffset IntoFile(DateTimeOffset instant)
    {
        var (first, last) = (_messages[0].At, _messages[^1].At);
        var years = last.Year - first.Year + 1;
        for (var year = first.Year + (((instant.Year - first.Year) % years + years) % years); years > 0; years--, year--)
        {
            var day = Math.Min(instant.Day, DateTime.DaysInMonth(year, instant.Month));
            var moved = new DateTimeOffset(year, instant.Month, day, 0, 0, 0, TimeSpan.Zero) + instant.UtcDateTime.TimeOfDay;
            if (moved >= first && moved <= last)
            {
                return moved;
            }
        }

        return instant < first ? first : last;
    }

    private double Celsius(DateTimeOffset instant)
    {
        var index = _messages.BinarySearch((instant, double.NaN), Comparer<(DateTimeOffset At, double)>.Create((a, b) => a.At.CompareTo(b.At)));
        if (index >= 0)
        {
            return _messages[index].Celsius;
        }

        var next = Math.Clamp(~index, 1, _messages.Count - 1);
        var (before, after) = (_messages[next - 1], _messages[next]);
        var share = Math.Clamp((instant - before.At) / (after.At - before.At), 0, 1);
        return ((1 - share) * before.Celsius) + (share * after.Celsius);
    }
}
