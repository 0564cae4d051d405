using System.Globalization;
using System.Text.RegularExpressions;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Journal;

/// <summary>What a line stores, in the reader's language. Pure.</summary>
internal static partial class JournalText
{
    /// <summary>A stored value: its instants at the place's hour, its numbers with the language's comma, its known words translated, alone or before « → ».</summary>
    public static string Value(string stored, TimeZoneInfo zone, Language language) =>
        JournalWords.Stored.TryGetValue(stored, out var known) ? language.Say(known)
        : stored.Split(" → ", 2) is [var asked, var end] && JournalWords.Stored.TryGetValue(asked, out known) ? language.Say(known) + " → " + Value(end, zone, language)
        : Plain(stored, zone, language);

    /// <summary>What became of it, with the reason of a refusal.</summary>
    public static string Outcome(string stored, Language language)
    {
        var words = stored.Split(' ', 3);
        var first = JournalWords.Stored.TryGetValue(words[0], out var known) ? language.Say(known) : words[0];
        return words.Length < 2 ? first
            : Enum.TryParse<Refusal>(words[1], out var refusal) && RefusalWords.All.TryGetValue(refusal, out var why)
                ? first + (language == Language.French ? Language.Hard : "") + ": " + language.Say(why, words.Length == 3 ? words[2] : "?")
                : first + " " + string.Join(' ', words[1..]);
    }

    /// <summary>A day and an hour.</summary>
    public static string Moment(DateTimeOffset at, TimeZoneInfo zone, Language language) => language.Day(at, zone) + " " + language.Hour(at, zone);

    private static string Plain(string stored, TimeZoneInfo zone, Language language) =>
        Decimal().Replace(Instant().Replace(stored, match => Moment(match.Value, zone, language)), match => language.Number(
            double.Parse(match.Value, CultureInfo.InvariantCulture), match.Value.Length - match.Value.IndexOf('.', StringComparison.Ordinal) - 1));

    private static string Moment(string instant, TimeZoneInfo zone, Language language) =>
        DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Moment(at, zone, language) : instant;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", RegexOptions.None, 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"(?<![\d.:/\w-])\d+\.\d+(?![\d.\w])", RegexOptions.None, 1000)]
    private static partial Regex Decimal();
}
