using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Sign-out; the browser forgets everything of ours.</summary>
internal sealed class SignOut : SitePage
{
    /// <summary>Whether nobody is signed in any more.</summary>
    public bool Done => User.Identity is not { IsAuthenticated: true };

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        return Redirect(Link("/deconnexion"));
    }
}
