using Microsoft.EntityFrameworkCore;
using Telemetry.Dashboard.Accounts.External;

namespace Telemetry.Dashboard.Accounts;

/// <summary>What everybody at work must know about accounts: who from outside has access, whether the break-glass account was used, and which identities wait for their owner's word.</summary>
internal sealed class Announcements(IDbContextFactory<AccountsContext> contexts, RealClock clock)
{
    private const long Age = 5;
    private (long Until, IReadOnlyList<Account> Outside, IReadOnlyList<Account> Unsealed, IReadOnlyList<TieNews> Ties) _known;

    /// <summary>External maintainers whose access is open now, break-glass accounts used since they were sealed, and identities tied to accounts whose owners have not answered.</summary>
    public (IReadOnlyList<Account> Outside, IReadOnlyList<Account> Unsealed, IReadOnlyList<TieNews> Ties) Now()
    {
        var (now, known) = (clock.Now, _known);
        if (known.Until <= now)
        {
            using var context = contexts.CreateDbContext();
            var all = context.Accounts.AsNoTracking().Where(one => one.Role == Role.Maintainer || one.Role == Role.BreakGlass).ToList();
            var ties = context.ExternalIdentities.AsNoTracking().Where(one => one.AccountId != null && one.AcceptedAt == 0)
                .Join(context.Accounts, one => one.AccountId, account => account.Id, (one, account) => new { account.Name, one.Label, one.TiedBy, one.TiedAt }).ToList();
            _known = known = (now + Age, [.. all.Where(one => one.Role == Role.Maintainer)], [.. all.Where(one => one.Role == Role.BreakGlass && one.UnsealedAt > 0)],
                [.. ties.Select(one => new TieNews(one.Name, one.Label, one.TiedBy, DateTimeOffset.FromUnixTimeSeconds(one.TiedAt)))]);
        }

        return ([.. known.Outside.Where(one => one.IsOpen(now))], known.Unsealed, known.Ties);
    }

    /// <summary>Something changed: looks again at the next page.</summary>
    public void Forget() => _known = default;
}
