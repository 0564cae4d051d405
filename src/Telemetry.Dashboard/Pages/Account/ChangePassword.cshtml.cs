using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Another password for oneself, asked with the present one; every other session ends.</summary>
[EnableRateLimiting(Limits.SignIn)]
internal sealed class ChangePassword(AccountStore accounts, SignIns signIns, SessionBook book, IJournal journal) : OwnPage(accounts, journal)
{
    private readonly AccountStore _accounts = accounts;

    [BindProperty]
    public string? MotDePasseActuel { get; set; }

    [BindProperty]
    public string? MotDePasse { get; set; }

    public string? Problem { get; private set; }

    protected override string Here => Sessions.ChangePassword;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var present = await signIns.PasswordAsync(Mine.Name, MotDePasseActuel ?? "", Cancel);
        if (present.Account is null)
        {
            Problem = present.Wait > TimeSpan.Zero ? AccountWords.WaitFor(present.Wait, Language) : Say(OwnWords.PresentWrong);
            return Page();
        }

        var problem = MotDePasse == MotDePasseActuel ? AccountProblem.GuessablePassword : await _accounts.SetPasswordAsync(Mine, MotDePasse ?? "", mustChange: false, Cancel);
        if (problem != AccountProblem.None)
        {
            Problem = AccountWords.Why(problem, Language);
            return Page();
        }

        await book.EndOthersAsync(Mine.Id, Sessions.KeyOf(User), Cancel);
        Note(JournalActions.PasswordChanged);
        return Redirect(Link("/compte") + "?fait=mot-de-passe");
    }
}
