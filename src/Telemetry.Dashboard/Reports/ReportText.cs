using System.Globalization;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Reports;

/// <summary>The sentences of a report, the same on its page and in its PDF.</summary>
internal static class ReportText
{
    // Behind each line's factor, listed once under the table instead of on every line.
    private static readonly HashSet<string> Behind = ["unit", "factorUnit", "perimeter", "factorYear", "uncertainty", "source", "category"];

    /// <summary>« Rapport annuel, 2025 ».</summary>
    public static string Title(FrozenReport report, Language language) => language.Say(
        ReportWords.TitleOf, language.Say(ReportWords.Of(report.Content.Kind)), PeriodText.Of(new EstatePeriod(report.Content.Period, report.Content.From, report.Content.To), language));

    /// <summary>What it is, of which data, of what, made how.</summary>
    public static IEnumerable<string> Paragraphs(FrozenReport report, Language language, TimeZoneInfo zone)
    {
        var content = report.Content;
        yield return language.Say(ReportWords.Identity, report.Number, report.Version.ToString(CultureInfo.InvariantCulture), language.Day(report.At, zone), report.By);
        yield return language.Say(ReportWords.Fingerprint, report.Sha256);
        if (report.Reason.Length > 0)
        {
            yield return language.Say(ReportWords.Correction, report.Reason);
        }

        yield return language.Say(ReportWords.DataOf, language.Day(content.DataOf, zone), language.Hour(content.DataOf, zone));
        yield return language.Say(ReportWords.Perimeter, string.Join(", ", content.Perimeter));
        yield return language.Say(ReportWords.Factors, content.FactorSet, content.Station.Length > 0 ? content.Station : "—");
        if (content.Kind == ReportKind.Carbon)
        {
            yield return language.Say(ReportWords.Method);
        }

        if (content.ToCheck.Count > 0)
        {
            yield return language.Say(ReportWords.ToCheck, string.Join(", ", content.ToCheck.Select(one => one.Split(" · ") is [var name, var carrier] ? $"{name} ({ReportWords.Say(carrier, language)})" : one)));
        }
    }

    /// <summary>The columns of a table that are shown; the file holds all.</summary>
    public static IReadOnlyList<ReportColumn> Shown(ReportTable table) =>
        table.Key == "emissions" ? [.. table.Columns.Where(column => !Behind.Contains(column.Key))] : table.Columns;

    /// <summary>The factors of the emissions, once each: name, value, unit, content, year, uncertainty, source.</summary>
    public static IEnumerable<string> Factors(ReportContent content, Language language)
    {
        if (content.Table("emissions") is not { } table)
        {
            yield break;
        }

        int Place(string key) => table.Columns.ToList().FindIndex(column => column.Key == key);
        foreach (var row in table.Rows.DistinctBy(row => row[Place("factorName")].Text, StringComparer.Ordinal))
        {
            string Cell(string key) => ReportWords.Print(table.Columns[Place(key)], row[Place(key)], language);
            yield return $"{Cell("factorName")} : {Cell("factor")} {Cell("factorUnit")}, {Cell("perimeter")}, {Cell("factorYear")}, {ReportWords.Say("uncertainty", language).ToLowerInvariant()} {Cell("uncertainty")}. {Cell("source")}";
        }
    }
}
