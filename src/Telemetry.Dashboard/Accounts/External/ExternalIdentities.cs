using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts.External;

/// <summary>Identities that came from outside, and the accounts an administrator tied them to.</summary>
internal sealed class ExternalIdentities(IDbContextFactory<AccountsContext> contexts, RealClock clock)
{
    private const int MostWaiting = 200;
    private const int LongestLabel = 120;

    /// <summary>Notes that an identity came.</summary>
    /// <returns>The account it is tied to; null when it is tied to none.</returns>
    public async Task<Account?> ComeAsync(string issuer, string subject, string label, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var known = await context.ExternalIdentities.SingleOrDefaultAsync(one => one.Issuer == issuer && one.Subject == subject, cancel);
        if (known is null)
        {
            if (await context.ExternalIdentities.CountAsync(one => one.AccountId == null, cancel) >= MostWaiting)
            {
                return null;
            }

            known = new() { Issuer = issuer, Subject = subject };
            context.ExternalIdentities.Add(known);
        }

        (known.Label, known.SeenAt) = (label.Length > LongestLabel ? label[..LongestLabel] : label, clock.Now);
        await context.SaveChangesAsync(cancel);
        return known.AccountId is { } id ? await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) : null;
    }

    /// <summary>Those of an account, and those that wait.</summary>
    public async Task<IReadOnlyList<ExternalIdentity>> ForAsync(int account, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.ExternalIdentities.AsNoTracking().Where(one => one.AccountId == account || one.AccountId == null).OrderByDescending(one => one.SeenAt).ToListAsync(cancel);
    }

    /// <summary>Ties an identity that waits to an account, or unties the account's.</summary>
    /// <returns>The identity; null when it is not there to be tied or untied.</returns>
    public async Task<ExternalIdentity?> TieAsync(int identity, int account, bool tied, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.ExternalIdentities.SingleOrDefaultAsync(one => one.Id == identity, cancel) is not { } known || known.AccountId != (tied ? null : account))
        {
            return null;
        }

        known.AccountId = tied ? account : null;
        await context.SaveChangesAsync(cancel);
        return known;
    }
}
