using System.Globalization;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>A period of whole local days that figures are worked out over, with the word that names it in an address.</summary>
/// <param name="Word"><c>12m</c>, <c>2025</c>, <c>2026-10</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last.</param>
public sealed record EstatePeriod(string Word, DateOnly From, DateOnly To)
{
    /// <summary>The word of the twelve whole months before this one.</summary>
    public const string TwelveMonths = "12m";

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The same days of the year before.</summary>
    public EstatePeriod Before => new(Word, From.AddYears(-1), To.AddYears(-1));

    /// <summary>Reads a word; the twelve months for anything else than a month or a year since 2000.</summary>
    /// <param name="word">From an address or a command line.</param>
    /// <param name="today">Today, which is no whole day yet.</param>
    public static EstatePeriod Parse(string? word, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        if (DateOnly.TryParseExact(word + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year >= 2000 && first <= month)
        {
            return new(word!, first, first == month && today > month ? today : first.AddMonths(1));
        }

        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 2000 && year <= today.Year)
        {
            var end = new DateOnly(year + 1, 1, 1);
            var start = new DateOnly(year, 1, 1);
            return new(word, start, end <= today ? end : month > start ? month : today > start ? today : start.AddDays(1));
        }

        return new(TwelveMonths, month.AddYears(-1), month);
    }
}
