using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.Passkeys;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Proves again who one is, before an order or a change of rights; also shows the second factor that a sign-in did not.</summary>
[Authorize]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class ProveAgain(AccountStore accounts, SignIns signIns, PasskeyDesk desk, PasskeyAccounts keys, IJournal journal) : SitePage
{
    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public Dashboard.Accounts.Account Mine { get; private set; } = null!;

    public bool HasTotp => Mine.TotpSecret.Length > 0;

    public bool HasPasskey { get; private set; }

    /// <summary>A password is asked only of whoever has no second factor.</summary>
    public bool AsksPassword => !HasTotp && !HasPasskey;

    public string PasskeyOptions { get; private set; } = "";

    public string PasskeyToken { get; private set; } = "";

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return Forbid();
        }

        var outcome = AsksPassword
            ? await signIns.PasswordAsync(Mine.Name, MotDePasse ?? "", HttpContext.RequestAborted)
            : await signIns.CodeAsync(Mine.Id, Code ?? "", HttpContext.RequestAborted);
        if (outcome.Account is not null)
        {
            return await ProvedAsync(AsksPassword ? Proofs.Password : Proofs.Code);
        }

        Note("refused", AsksPassword ? Proofs.Password : Proofs.Code);
        Problem = outcome.Wait > TimeSpan.Zero ? AccountWords.WaitFor(outcome.Wait, Language) : Say(AsksPassword ? OwnWords.PresentWrong : OwnWords.CodeWrong);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (!await LoadAsync())
        {
            return Forbid();
        }

        if (await desk.CheckAsync(Mine, Cle ?? "", Jeton, HttpContext) is not null)
        {
            return await ProvedAsync(Proofs.Passkey);
        }

        Note("refused", Proofs.Passkey);
        Problem = Say(OwnWords.PasskeyRefused);
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (await accounts.FindAsync(User.Identity!.Name!, HttpContext.RequestAborted) is not { } mine)
        {
            return false;
        }

        Mine = mine;
        HasPasskey = (await keys.GetPasskeysAsync(mine, HttpContext.RequestAborted)).Count > 0;
        (PasskeyOptions, PasskeyToken) = HasPasskey ? await desk.AskAsync(mine, HttpContext) : ("", "");
        return true;
    }

    private async Task<IActionResult> ProvedAsync(string method)
    {
        Note("done", method);
        await Sessions.RenewAsync(HttpContext, Mine, method);
        return Redirect(Url.IsLocalUrl(Retour) ? Retour! : Link("/compte"));
    }

    private void Note(string outcome, string method) => journal.Append(new()
    {
        Action = JournalActions.SessionProved, By = new(Mine.Name, Mine.Role.ToString(), Actor.Web), Asked = method, Outcome = outcome,
    });
}
