using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Reports;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>A frozen report: its page is the reference, the PDF and the files say the same.</summary>
[Authorize(Rights.ReadEstate)]
internal sealed class OneReport(IFrozenReports frozen, IEstate estate) : SitePage
{
    public FrozenReport Report { get; private set; } = null!;

    /// <summary>The newest version when it is another one.</summary>
    public FrozenReport? Newer { get; private set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<string> Paragraphs => [.. ReportText.Paragraphs(Report, Language, estate.Zone)];

    public IActionResult OnGet(string numero, int? version)
    {
        if (frozen.Find(numero, version) is not { } found)
        {
            return NotFound();
        }

        Report = found;
        Newer = frozen.Find(numero) is { } newest && newest.Version != found.Version ? newest : null;
        return Page();
    }

    /// <summary>A table as a file.</summary>
    public IActionResult OnGetCsv(string numero, int? version, string? table)
    {
        OnGet(numero, version);
        return Report?.Content.Table(table ?? "") is { } found ? File(ReportCsv.Of(found), "text/csv; charset=utf-8", $"{Report.Title.Replace(' ', '-')}_{found.Key}.csv") : NotFound();
    }

    /// <summary>The PDF; the page with what is missing when it cannot be made.</summary>
    public IActionResult OnGetPdf(string numero, int? version)
    {
        if (OnGet(numero, version) is not PageResult page)
        {
            return NotFound();
        }

        try
        {
            return File(ReportPdf.Of(Report, Language, estate.Zone), "application/pdf", $"{Report.Title.Replace(' ', '-')}.pdf");
        }
        catch (InvalidOperationException missing)
        {
            Problem = Say(ReportWords.PdfNone, missing.Message);
            return page;
        }
    }
}
