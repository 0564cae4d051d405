using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Pages.Account;

namespace Telemetry.Dashboard.Pages.Admin;

/// <summary>The accounts: list, make, shut.</summary>
[Authorize(Rights.KeepAccounts)]
internal sealed class Accounts(AccountStore store, IJournal journal) : SitePage
{
    public IReadOnlyList<Dashboard.Accounts.Account> All { get; private set; } = [];

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.Technician;

    [BindProperty]
    public string? MotDePasse { get; set; }

    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    public async Task OnGetAsync() => All = await store.AllAsync(HttpContext.RequestAborted);

    /// <summary>Makes an account.</summary>
    public async Task OnPostAsync()
    {
        var problem = Enum.IsDefined(Role)
            ? await store.AddAsync(Nom ?? "", Role, MotDePasse ?? "", HttpContext.RequestAborted)
            : AccountProblem.BadName;
        if (problem == AccountProblem.None)
        {
            journal.Append(new() { Action = JournalActions.AccountMade, By = Actor.Of(HttpContext), Object = Nom!.Trim(), Asked = Role.ToString(), Outcome = "done" });
        }

        Done = problem == AccountProblem.None ? Say(AccountWords.Made, Nom!.Trim()) : null;
        Problem = problem switch
        {
            AccountProblem.None => null,
            AccountProblem.NameTaken => Say(AccountWords.NameTaken),
            AccountProblem.ShortPassword => Say(AccountWords.ShortPassword, Language.Number(AccountStore.ShortestPassword, 0)),
            _ => Say(AccountWords.BadName),
        };
        await OnGetAsync();
    }

    /// <summary>Shuts or opens an account; never one's own, or nobody could come back.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(int id, bool disabled)
    {
        await OnGetAsync();
        if (All.FirstOrDefault(one => one.Id == id) is not { } account || account.Name == User.Identity!.Name)
        {
            return NotFound();
        }

        await store.SetDisabledAsync(id, disabled, HttpContext.RequestAborted);
        journal.Append(new()
        {
            Action = disabled ? JournalActions.AccountDisabled : JournalActions.AccountEnabled,
            By = Actor.Of(HttpContext), Object = account.Name, Outcome = "done",
        });
        return Redirect(Link("/admin/comptes"));
    }
}
