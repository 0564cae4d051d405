using Microsoft.AspNetCore.Mvc;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>One's own account: what it may do, and the sessions it has open.</summary>
internal sealed class Me(AccountStore accounts, SessionBook book, IJournal journal) : OwnPage(accounts, journal)
{
    public IReadOnlyList<OpenSession> Open { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    protected override string Here => "/compte";

    public bool IsThis(OpenSession session) => Sessions.KeyOf(User) is { } key && SessionBook.IdOf(key) == session.Id;

    public async Task OnGetAsync() => Open = await book.OfAsync(Mine, Cancel);

    /// <summary>Ends one of one's sessions.</summary>
    public async Task<IActionResult> OnPostEndAsync(string? id)
    {
        if (!await book.EndOneAsync(Mine.Id, id ?? "", Cancel))
        {
            return NotFound();
        }

        Note(JournalActions.SessionEnded, "1");
        return Redirect(Link(Here) + "?fait=session");
    }

    /// <summary>Ends all of one's sessions but this one.</summary>
    public async Task<IActionResult> OnPostOthersAsync()
    {
        var count = await book.EndOthersAsync(Mine.Id, Sessions.KeyOf(User), Cancel);
        Note(JournalActions.SessionEnded, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Redirect(Link(Here) + "?fait=session");
    }
}
