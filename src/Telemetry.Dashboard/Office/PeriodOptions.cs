using System.CommandLine;
using System.Globalization;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Dashboard.Office;

/// <summary><c>--from … --to …</c> or <c>--period …</c>, the same on every command.</summary>
internal sealed class PeriodOptions
{
    internal Option<string?> From { get; } = new("--from") { Description = "First local day, YYYY-MM-DD." };

    internal Option<string?> To { get; } = new("--to") { Description = "Day after the last, YYYY-MM-DD." };

    internal Option<string?> Period { get; } = new("--period") { Description = "A year (2025), a month (2026-10), or 12m: the twelve whole months before this one (default)." };

    /// <summary>Whether a period was named at all.</summary>
    internal bool Asked(ParseResult parsed) => parsed.GetValue(From) is not null || parsed.GetValue(To) is not null || parsed.GetValue(Period) is not null;

    /// <summary>The period; null with what is wrong.</summary>
    internal EstatePeriod? Read(ParseResult parsed, DateOnly today, out string? wrong)
    {
        var (from, to, word) = (parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Period));
        wrong = null;
        if (from is null && to is null)
        {
            var period = EstatePeriod.Parse(word, today);
            wrong = word is null || period.Word == word ? null : $"--period {word}: write a year since 2000 (2025), a month (2026-10), or 12m.";
            return wrong is null ? period : null;
        }

        if (Day(from) is not { } first || Day(to) is not { } end || word is not null)
        {
            wrong = "Write both --from YYYY-MM-DD and --to YYYY-MM-DD (the day after the last), or --period.";
            return null;
        }

        wrong = end <= first ? "The period is empty: --to must come after --from." : null;
        return wrong is null ? new EstatePeriod($"{from}..{to}", first, end) : null;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and < 2100 ? day : null;
}
