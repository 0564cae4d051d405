using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Reports;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>The frozen reports, and how one is frozen.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class Reports(IFrozenReports frozen, Reporting reporting, IEstate estate) : SitePage
{
    public IReadOnlyList<FrozenReport> All { get; private set; } = [];

    public IReadOnlyList<EstatePeriod> Periods => [.. estate.Periods().Where(period => Reporting.HasEnded(period, estate.Today))];

    public TimeZoneInfo Zone => estate.Zone;

    public string? Problem { get; private set; }

    public void OnGet() => All = frozen.All();

    /// <summary>Freezes a report.</summary>
    public IActionResult OnPost(ReportKind sorte, string? periode, string? motif)
    {
        if (!User.May(Rights.SignFigures))
        {
            return Forbid();
        }

        var (report, problem) = reporting.Freeze(sorte, periode ?? "", Actor.Of(HttpContext), motif ?? "");
        if (problem == FreezeProblem.None)
        {
            return Redirect(Link($"/rapports/{report!.Number}"));
        }

        Problem = problem switch
        {
            FreezeProblem.ReasonNeeded => Say(ReportWords.ReasonNeeded, report!.Title),
            FreezeProblem.NothingChanged => Say(ReportWords.NothingChanged, report!.Title),
            _ => Say(ReportWords.NotEnded),
        };
        OnGet();
        return Page();
    }
}
