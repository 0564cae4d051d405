using Microsoft.AspNetCore.Mvc;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Sign-out; the browser forgets everything of ours.</summary>
internal sealed class SignOut(IJournal journal) : SitePage
{
    /// <summary>Whether nobody is signed in any more.</summary>
    public bool Done => User.Identity is not { IsAuthenticated: true };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Done)
        {
            journal.Append(new() { Action = JournalActions.SessionClosed, By = Actor.Of(HttpContext), Outcome = "done" });
        }

        await Sessions.CloseAsync(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Redirect(Link("/deconnexion"));
    }
}
