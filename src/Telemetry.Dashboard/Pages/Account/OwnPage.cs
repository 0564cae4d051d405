using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>A page about one's own account. Whoever has a duty first (a password to change, a factor to show) is sent there.</summary>
[Authorize]
internal abstract class OwnPage(AccountStore accounts, IJournal journal) : SitePage
{
    /// <summary>Whose page it is.</summary>
    public Dashboard.Accounts.Account Mine { get; private set; } = null!;

    /// <summary>Address of the page, to which a duty may send.</summary>
    protected abstract string Here { get; }

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>What the person must do first; null for nothing.</summary>
    public string? Duty => Sessions.DutyOf(User);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Duty is { } duty && duty != Here)
        {
            context.Result = new RedirectResult(Link(duty));
            return;
        }

        if (await accounts.FindAsync(User.Identity!.Name!, Cancel) is not { } mine)
        {
            context.Result = new ForbidResult();
            return;
        }

        Mine = mine;
        await next();
    }

    /// <summary>Reads the account again after it changed.</summary>
    protected async Task RefreshAsync() => Mine = await accounts.FindAsync(Mine.Id, Cancel) ?? Mine;

    /// <summary>Notes what the person did to their own account.</summary>
    protected void Note(JournalAction action, string asked = "", string outcome = "done") => journal.Append(new()
    {
        Action = action, By = new(Mine.Name, Mine.Role.ToString(), Actor.Web), Object = Mine.Name, Asked = asked, Outcome = outcome,
    });
}
