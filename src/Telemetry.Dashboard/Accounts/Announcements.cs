using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts;

/// <summary>What everybody at work must know about accounts: who from outside has access, and whether the break-glass account was used.</summary>
internal sealed class Announcements(IDbContextFactory<AccountsContext> contexts, RealClock clock)
{
    private const long Age = 5;
    private (long Until, IReadOnlyList<Account> Outside, IReadOnlyList<Account> Unsealed) _known;

    /// <summary>External maintainers whose access is open now, and break-glass accounts used since they were sealed.</summary>
    public (IReadOnlyList<Account> Outside, IReadOnlyList<Account> Unsealed) Now()
    {
        var (now, known) = (clock.Now, _known);
        if (known.Until <= now)
        {
            using var context = contexts.CreateDbContext();
            var all = context.Accounts.AsNoTracking().Where(one => one.Role == Role.Maintainer || one.Role == Role.BreakGlass).ToList();
            _known = known = (now + Age, [.. all.Where(one => one.Role == Role.Maintainer)], [.. all.Where(one => one.Role == Role.BreakGlass && one.UnsealedAt > 0)]);
        }

        return ([.. known.Outside.Where(one => one.IsOpen(now))], known.Unsealed);
    }

    /// <summary>Something changed: looks again at the next page.</summary>
    public void Forget() => _known = default;
}
