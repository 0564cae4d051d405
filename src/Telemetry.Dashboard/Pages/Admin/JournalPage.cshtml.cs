using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Pages.Admin;

/// <summary>The journal: filter, leaf through, download, verify.</summary>
[Authorize(Rights.ReadJournal)]
internal sealed class JournalPage(JournalFile journal, ITownRegistry registry, IFigures figures) : SitePage
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true)]
    public string? Du { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Au { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Qui { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Quoi { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Texte { get; set; }

    /// <summary>Only lines before this number: the next leaf.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Avant { get; set; }

    /// <summary>Asks for the chain to be followed now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Verifier { get; set; }

    public IReadOnlyList<JournalLine> Lines { get; private set; } = [];

    public bool More { get; private set; }

    public string? Problem { get; private set; }

    public JournalVerdict? Verdict { get; private set; }

    public TimeZoneInfo Zone => figures.Zone;

    public void OnGet()
    {
        Verdict = Verifier ? journal.Verify() : null;
        var lines = journal.Read(Query() with { Below = Avant, Most = PageLength + 1 });
        (Lines, More) = ([.. lines.Take(PageLength)], lines.Count > PageLength);
    }

    /// <summary>The lines of the filter as a file; who took it is journalled.</summary>
    public IActionResult OnGetCsv()
    {
        var query = Query();
        if (Problem is not null)
        {
            return BadRequest();
        }

        journal.Append(new()
        {
            Action = JournalActions.JournalExported, By = Actor.Of(HttpContext), Object = "journal.csv", Outcome = "done",
            Asked = string.Join(' ', new[] { Du, Au, Qui, Quoi, Texte }.Where(one => !string.IsNullOrWhiteSpace(one))),
        });
        return File(JournalExport.Csv(journal.Read(query).Reverse()), "text/csv; charset=utf-8", "journal.csv");
    }

    /// <summary>The page with the same filter.</summary>
    public string With(string name, string value) => Link("/admin/journal") + Filter().Add(name, value);

    /// <summary>The building as people call it.</summary>
    public string Site(string id) => registry.Current.Buildings.FirstOrDefault(one => one.Id == id)?.Name ?? id;

    public string ActionName(JournalLine line) => JournalActions.All.TryGetValue(line.Action, out var action) ? Say(action.Name) : line.Action;

    public string RoleName(string role) => Enum.TryParse<Role>(role, out var known) ? Say(Account.AccountWords.Of(known)) : role;

    public string Value(string stored) => JournalText.Value(stored, Zone, Language);

    private QueryString Filter()
    {
        var query = default(QueryString);
        foreach (var (name, value) in new[] { ("du", Du), ("au", Au), ("qui", Qui), ("quoi", Quoi), ("texte", Texte) })
        {
            query = string.IsNullOrWhiteSpace(value) ? query : query.Add(name, value);
        }

        return query;
    }

    private JournalQuery Query() => new()
    {
        From = Midnight(Du, 0),
        To = Midnight(Au, 1),
        Who = Given(Qui)?.ToLowerInvariant(),
        Action = Given(Quoi),
        Text = Given(Texte),
    };

    private static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    // The last day is shown whole.
    private DateTimeOffset? Midnight(string? typed, int daysLater)
    {
        if (Given(typed) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 9000)
        {
            Problem = Say(JournalWords.BadDate);
            return null;
        }

        var midnight = day.AddDays(daysLater).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}
