using System.Globalization;
using Telemetry.Analytics.Reports.Estate;

namespace Telemetry.Dashboard.Wording;

/// <summary>A period in words: « octobre 2026 », « 2025 », « 12 mois à fin octobre 2026 ».</summary>
internal static class PeriodText
{
    private static readonly Phrase Twelve = new("12 mois à fin {0}", "12 months to the end of {0}");
    private static readonly Phrase Begun = new("{0} jusqu'au {1}", "{0} up to {1}");

    /// <summary>The period's name.</summary>
    public static string Of(EstatePeriod period, Language language)
    {
        var last = period.To.AddDays(-1);
        return period.Word == EstatePeriod.TwelveMonths ? language.Say(Twelve, language.Month(last))
            : period.Word.Length == 4 ? last is { Month: 12, Day: 31 } ? period.Word : language.Say(Begun, period.Word, language.Day(last))
            : last.AddDays(1).Day == 1 ? language.Month(last) : language.Say(Begun, language.Month(last), language.Day(last));
    }

    /// <summary>A month's first and last day as a machine writes it.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
