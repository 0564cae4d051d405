using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Registry;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Pages.Account;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Admin;

/// <summary>The accounts: list, make.</summary>
[Authorize(Rights.KeepAccounts)]
[FreshProof]
internal sealed class Accounts(AccountStore store, ITownRegistry registry, SiteFrame frame, Announcements news, RealClock clock, IJournal journal) : SitePage
{
    public IReadOnlyList<Dashboard.Accounts.Account> All { get; private set; } = [];

    public IReadOnlyList<Building> Buildings => registry.Current.Buildings;

    public TimeZoneInfo Zone => frame.Zone;

    [BindProperty(SupportsGet = true)]
    public string? Nom { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountTerms Terms { get; set; } = new();

    [BindProperty]
    public string? MotDePasse { get; set; }

    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    public async Task OnGetAsync() => All = await store.AllAsync(HttpContext.RequestAborted);

    /// <summary>Makes an account.</summary>
    public async Task OnPostAsync()
    {
        var end = Terms.End(Zone);
        var problem = !AccountTerms.Given.Contains(Terms.Role) ? AccountProblem.BadName
            : end is null ? AccountProblem.NeedsEnd
            : await store.AddAsync(new(Nom ?? "", Terms.Role, MotDePasse ?? "") { Sites = Known, ExpiresAt = end.Value, MustChangePassword = true }, HttpContext.RequestAborted);
        if (problem == AccountProblem.None)
        {
            Done = Say(AccountWords.Made, AccountStore.Key(Nom!));
            journal.Append(new()
            {
                Action = JournalActions.AccountMade, By = Actor.Of(HttpContext), Object = AccountStore.Key(Nom!), Asked = AccountTerms.Line(Terms.Role, Known, end!.Value), Outcome = "done",
            });
            news.Forget();
        }
        else
        {
            Problem = AccountWords.Why(problem, Language);
        }

        await OnGetAsync();
    }

    public string State(Dashboard.Accounts.Account account) =>
        Say(account.Disabled ? AccountWords.Shut : account.IsOpen(clock.Now) ? AccountWords.Open : AccountWords.EndedState);

    public string Sites(Dashboard.Accounts.Account account) => account.SiteList.Count == 0
        ? Say(AccountWords.AllSites)
        : string.Join(", ", account.SiteList.Select(site => Buildings.FirstOrDefault(one => one.Id == site)?.Name ?? site));

    private List<string> Known => [.. Terms.Sites.Where(site => Buildings.Any(one => one.Id == site))];
}
