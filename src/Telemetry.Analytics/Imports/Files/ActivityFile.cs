using System.Globalization;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>A CSV file of activities given on a command line: <c>label,carrier,quantity,unit,from,to</c>.</summary>
public static class ActivityFile
{
    private const int Cells = 6;

    /// <summary>Reads it; decimal point, days of Europe/Paris, the last excluded.</summary>
    /// <returns>The activities, or what is wrong with its line.</returns>
    public static (IReadOnlyList<Activity> Activities, string? Wrong) Read(string path)
    {
        if (!File.Exists(path))
        {
            return ([], $"{path}: there is no such file.");
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var activities = new List<Activity>();
        var lines = CsvText.Read(path, null).Text.Split('\n');
        for (var line = 1; line < lines.Length; line++)
        {
            var cells = lines[line].Trim().Split(lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',');
            if (cells.Length < Cells)
            {
                if (lines[line].Trim().Length == 0)
                {
                    continue;
                }

                return ([], string.Create(CultureInfo.InvariantCulture, $"{path}:{line + 1}: write label,carrier,quantity,unit,from,to."));
            }

            if (!Enum.TryParse<Carrier>(cells[1].Trim(), ignoreCase: true, out var carrier) || !Enum.IsDefined(carrier) || carrier == Carrier.None
                || NumberText.Read(cells[2].Trim(), '.') is var quantity && double.IsNaN(quantity)
                || Day(cells[4]) is not { } from || Day(cells[5]) is not { } to)
            {
                return ([], string.Create(CultureInfo.InvariantCulture,
                    $"{path}:{line + 1}: '{lines[line].Trim()}' wants a carrier ({string.Join(", ", Enum.GetNames<Carrier>().Skip(1))}), a number, and two days YYYY-MM-DD."));
            }

            activities.Add(new Activity(cells[0].Trim(), carrier, quantity, cells[3].Trim(), CivilDays.Start(from, zone), CivilDays.Start(to, zone)));
        }

        return activities.Count > 0 ? (activities, null) : ([], $"{path}: no activity.");
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
