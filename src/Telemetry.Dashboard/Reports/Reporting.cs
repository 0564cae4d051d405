using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Reports;

/// <summary>Makes and freezes reports, for pages and for the command line alike.</summary>
internal sealed class Reporting(IEstate estate, IFrozenReports frozen, ITownRegistry registry, OfficeScribe scribe, TimeProvider clock)
{
    /// <summary>Whether a report may be frozen over a period: a whole month or year that is over.</summary>
    public static bool HasEnded(EstatePeriod period, DateOnly today) =>
        period.Word != EstatePeriod.TwelveMonths && period.To <= today && period.From.Day == 1
        && period.To == (period.Word.Length == 4 ? period.From.AddYears(1) : period.From.AddMonths(1));

    /// <summary>What a report says now.</summary>
    public ReportContent Draft(ReportKind kind, EstatePeriod period) => ReportBuilder.Of(
        kind, estate.Of(period), estate.Years(), registry.Current.Gateways.Select(one => one.Municipality).FirstOrDefault() ?? "", clock.GetUtcNow());

    /// <summary>Freezes it; a freeze that cannot be journalled is none.</summary>
    public (FrozenReport? Report, FreezeProblem Problem) Freeze(ReportKind kind, string word, Actor by, string reason)
    {
        var period = EstatePeriod.Parse(word, estate.Today);
        var fits = kind == ReportKind.Monthly ? period.Word.Length == 7 : period.Word.Length == 4;
        return fits && HasEnded(period, estate.Today) ? frozen.Freeze(Draft(kind, period), by.Name, reason, report => scribe.Frozen(report, by)) : (null, FreezeProblem.NotEnded);
    }
}
