using Microsoft.AspNetCore.Mvc;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>One's own account: what it may do, the sessions it has open, the identities from elsewhere that open it.</summary>
internal sealed class Me(AccountStore accounts, SessionBook book, ExternalIdentities identities, Announcements news, IJournal journal) : OwnPage(accounts, journal)
{
    public IReadOnlyList<OpenSession> Open { get; private set; } = [];

    public IReadOnlyList<ExternalIdentity> Identities { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    protected override string Here => "/compte";

    public bool IsThis(OpenSession session) => Sessions.KeyOf(User) is { } key && SessionBook.IdOf(key) == session.Id;

    public async Task OnGetAsync() => (Open, Identities) = (await book.OfAsync(Mine, Cancel), await identities.ForAsync(Mine.Id, andWaiting: false, Cancel));

    /// <summary>Says that an identity tied to one's account is one's own. Whoever came by an identity from elsewhere cannot vouch for it.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(int identity)
    {
        if (!Sessions.IsOwnProof(User))
        {
            return Forbid();
        }

        return !Sessions.IsFresh(HttpContext) ? Redirect(Link(Sessions.Confirm) + QueryString.Create("retour", Link(Here)))
            : Answered(await identities.AcceptAsync(identity, Mine.Id, Cancel), JournalActions.IdentityAccepted);
    }

    /// <summary>Unties an identity from one's account; the sessions it may have opened end.</summary>
    public async Task<IActionResult> OnPostUntieAsync(int identity)
    {
        var known = await identities.UntieAsync(identity, Mine.Id, Cancel);
        if (known is not null)
        {
            await book.EndOthersAsync(Mine.Id, Sessions.KeyOf(User), Cancel);
        }

        return Answered(known, JournalActions.IdentityUntied);
    }

    private IActionResult Answered(ExternalIdentity? known, JournalAction action)
    {
        if (known is null)
        {
            return NotFound();
        }

        Note(action, known.Issuer + " " + known.Label);
        news.Forget();
        return Redirect(Link(Here) + "?fait=identite");
    }

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
