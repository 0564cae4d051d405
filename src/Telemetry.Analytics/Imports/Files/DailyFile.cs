using System.Globalization;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>A CSV file of days given on a command line: a date and a number.</summary>
public static class DailyFile
{
    private static readonly char[] Delimiters = [';', ',', '\t'];

    /// <summary>Reads <c>FILE</c> (first and second column) or <c>FILE:DATECOLUMN:VALUECOLUMN</c>; gzip or not, decimal point or comma.</summary>
    /// <returns>The days, or what is wrong with its line. An empty value is a missing day, never a zero.</returns>
    public static (IReadOnlyDictionary<DateOnly, double> Days, string? Wrong) Read(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var days = new Dictionary<DateOnly, double>();
        var words = argument.Split(':');
        if (words.Length is not (1 or 3) || !File.Exists(words[0]))
        {
            return (days, $"{argument}: there is no such file (write FILE, or FILE:DATECOLUMN:VALUECOLUMN).");
        }

        var lines = CsvText.Read(words[0], null).Text.Split('\n');
        var delimiter = Delimiters.MaxBy(sign => lines[0].Count(one => one == sign));
        var header = lines[0].Trim().Split(delimiter).Select(cell => cell.Trim('"', ' ')).ToList();
        var (date, value) = words.Length == 3 ? (header.IndexOf(words[1]), header.IndexOf(words[2])) : (0, 1);
        if (date < 0 || value < 0 || header.Count < 2)
        {
            return (days, $"{words[0]}:1: the columns are {string.Join(", ", header)}.");
        }

        for (var line = 1; line < lines.Length; line++)
        {
            var cells = lines[line].Trim('\r', ' ').Split(delimiter);
            if (cells.Length <= Math.Max(date, value) || cells[value].Trim('"', ' ').Length == 0)
            {
                continue;
            }

            var text = cells[date].Trim('"', ' ');
            var number = NumberText.Read(cells[value].Trim('"', ' '), delimiter == ',' || !cells[value].Contains(',', StringComparison.Ordinal) ? '.' : ',');
            if (text.Length < 10 || !DateOnly.TryParseExact(text[..10], ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || double.IsNaN(number))
            {
                return (days, string.Create(CultureInfo.InvariantCulture, $"{words[0]}:{line + 1}: '{lines[line].Trim()}' is no date and number."));
            }

            days[day] = number;
        }

        return (days, null);
    }
}
