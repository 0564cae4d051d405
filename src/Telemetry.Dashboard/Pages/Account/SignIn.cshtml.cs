using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Sign-in.</summary>
[EnableRateLimiting(Limits.SignIn)]
internal sealed class SignIn(AccountStore accounts, IJournal journal) : SitePage
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? MotDePasse { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Expiree { get; set; }

    public string? Problem { get; private set; }

    /// <summary>Whether a session can be kept at all: over plain HTTP only this machine's own browser may.</summary>
    public bool Possible => SessionCookies.CanBeKept(HttpContext);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Possible)
        {
            return Page();
        }

        var outcome = await accounts.SignInAsync(Nom ?? "", MotDePasse ?? "", HttpContext.RequestAborted);
        journal.Append(new()
        {
            Action = outcome.Account is null ? JournalActions.SessionRefused : JournalActions.SessionOpened,
            By = new(outcome.Known?.Name ?? Actor.Nobody, outcome.Known?.Role.ToString() ?? "", Actor.Web),
            Outcome = outcome.Account is null ? "refused" : "done",
        });
        if (outcome.Account is { } account)
        {
            await Sessions.OpenAsync(HttpContext, account);
            return Redirect(Url.IsLocalUrl(Retour) ? Retour! : Link(Start(account.Role)));
        }

        Problem = outcome.Wait > TimeSpan.Zero
            ? Say(AccountWords.Wait, Say(AccountWords.Seconds, Language.Number(Math.Ceiling(outcome.Wait.TotalSeconds), 0)))
            : Say(AccountWords.Wrong);
        return Page();
    }

    private static string Start(Role role) => role switch
    {
        Role.Technician => "/chaufferies",
        Role.Administrator => "/admin/comptes",
        _ => "/patrimoine",
    };
}
