using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Telemetry.Analytics.Registry;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Accounts.Factors;
using Telemetry.Dashboard.Accounts.Passkeys;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Pages.Account;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Admin;

/// <summary>One account: its terms, its state, its sessions, its factors, the identities tied to it. Nobody changes their own rights.</summary>
[Authorize(Rights.KeepAccounts)]
[FreshProof]
internal sealed class AccountPage(
    AccountStore store, SessionBook book, ITownRegistry registry, SiteFrame frame, Announcements news, IJournal journal) : SitePage
{
    public Dashboard.Accounts.Account Account { get; private set; } = null!;

    [BindProperty]
    public AccountTerms Terms { get; set; } = new();

    [BindProperty]
    public string? MotDePasse { get; set; }

    public IReadOnlyList<Building> Buildings => registry.Current.Buildings;

    public IReadOnlyList<OpenSession> Open { get; private set; } = [];

    public int Keys { get; private set; }

    public IReadOnlyList<ExternalIdentity> Identities { get; private set; } = [];

    public string? Problem { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    public bool IsMine => Account.Name == User.Identity!.Name;

    public string Here => "/admin/comptes/" + Account.Id.ToString(CultureInfo.InvariantCulture);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.TryParse((string?)RouteData.Values["id"], CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (await store.FindAsync(id, Cancel) is not { } account)
        {
            context.Result = NotFound();
            return;
        }

        Account = account;
        if (HttpMethods.IsPost(Request.Method) && IsMine)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    public Task OnGetAsync()
    {
        Terms = new() { Role = Account.Role, Sites = [.. Account.SiteList], Fin = AccountTerms.Typed(Account.ExpiresAt, frame.Zone) };
        return ShowAsync();
    }

    /// <summary>Gives the account other terms; its sessions follow at once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var (end, sites) = (Terms.End(frame.Zone), Terms.Sites.Where(site => Buildings.Any(one => one.Id == site)).ToList());
        var problem = !AccountTerms.Given.Contains(Terms.Role) || Account.Role == Role.BreakGlass ? AccountProblem.BadName
            : end is null ? AccountProblem.NeedsEnd
            : await store.SetTermsAsync(Account.Id, Terms.Role, sites, end.Value, Cancel);
        if (problem != AccountProblem.None)
        {
            Problem = AccountWords.Why(problem, Language);
            await ShowAsync();
            return Page();
        }

        return Done(JournalActions.AccountChanged, AccountTerms.Line(Terms.Role, sites, end!.Value), AccountTerms.Line(Account.Role, Account.SiteList, Account.ExpiresAt));
    }

    /// <summary>Opens or shuts the account.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(bool disabled)
    {
        await store.SetDisabledAsync(Account.Id, disabled, Cancel);
        if (disabled)
        {
            await book.EndOthersAsync(Account.Id, null, Cancel);
        }

        return Done(disabled ? JournalActions.AccountDisabled : JournalActions.AccountEnabled);
    }

    /// <summary>Gives the account a password that its owner must change.</summary>
    public async Task<IActionResult> OnPostPasswordAsync()
    {
        var problem = Account.Role == Role.BreakGlass ? AccountProblem.BadName : await store.SetPasswordAsync(Account, MotDePasse ?? "", mustChange: true, Cancel);
        if (problem != AccountProblem.None)
        {
            Problem = AccountWords.Why(problem, Language);
            Terms = new() { Role = Account.Role, Sites = [.. Account.SiteList], Fin = AccountTerms.Typed(Account.ExpiresAt, frame.Zone) };
            await ShowAsync();
            return Page();
        }

        await book.EndOthersAsync(Account.Id, null, Cancel);
        return Done(JournalActions.PasswordChanged);
    }

    /// <summary>Ends every session of the account.</summary>
    public async Task<IActionResult> OnPostEndAsync() =>
        Done(JournalActions.SessionEnded, (await book.EndOthersAsync(Account.Id, null, Cancel)).ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes every second factor away, for somebody who lost them.</summary>
    public async Task<IActionResult> OnPostFactorsAsync([FromServices] FactorStore factors, [FromServices] PasskeyAccounts keys)
    {
        await factors.RemoveAsync(Account.Id, Cancel);
        foreach (var key in await keys.GetPasskeysAsync(Account, Cancel))
        {
            await keys.RemovePasskeyAsync(Account, key.CredentialId, Cancel);
        }

        await book.EndOthersAsync(Account.Id, null, Cancel);
        return Done(JournalActions.FactorRemoved, "all");
    }

    /// <summary>Ties an identity that waits to the account, or unties one of the account's.</summary>
    public async Task<IActionResult> OnPostTieAsync(int identity, bool tied, [FromServices] ExternalIdentities identities)
    {
        if (!tied)
        {
            if (await identities.UntieAsync(identity, Account.Id, Cancel) is not { } own)
            {
                return NotFound();
            }

            await book.EndOthersAsync(Account.Id, null, Cancel);
            return Done(JournalActions.IdentityUntied, own.Issuer + " " + own.Label);
        }

        var (problem, known) = await identities.TieAsync(identity, Account, (await store.FindAsync(User.Identity!.Name!, Cancel))!, Cancel);
        if (problem == TieProblem.None)
        {
            return Done(JournalActions.IdentityTied, known!.Issuer + " " + known.Label);
        }

        if (problem == TieProblem.Gone)
        {
            return NotFound();
        }

        Problem = Say(AdminWords.WhyNotTied(problem));
        await OnGetAsync();
        return Page();
    }

    private RedirectResult Done(JournalAction action, string asked = "", string before = "")
    {
        journal.Append(new() { Action = action, By = Actor.Of(HttpContext), Object = Account.Name, Before = before, Asked = asked, Outcome = "done" });
        news.Forget();
        return Redirect(Link(Here) + "?fait=" + Uri.EscapeDataString(action.Code));
    }

    private async Task ShowAsync()
    {
        var services = HttpContext.RequestServices;
        Open = await book.OfAsync(Account, Cancel);
        Keys = (await services.GetRequiredService<PasskeyAccounts>().GetPasskeysAsync(Account, Cancel)).Count;
        Identities = await services.GetRequiredService<ExternalIdentities>().ForAsync(Account.Id, andWaiting: Account.Role != Role.BreakGlass, Cancel);
    }
}
