using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts.External;

/// <summary>Identities that came from outside, and the accounts an administrator tied them to.</summary>
internal sealed class ExternalIdentities(IDbContextFactory<AccountsContext> contexts, RealClock clock)
{
    private const int MostWaiting = 200;
    private const int LongestLabel = 120;

    /// <summary>Notes that an identity came.</summary>
    /// <param name="who">Issuer, subject, label, and whose session was open in the browser.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The account it is tied to, null when it is tied to none; and whether that account's owner accepted it.</returns>
    public async Task<(Account? Account, bool Accepted)> ComeAsync(ExternalIdentity who, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var known = await context.ExternalIdentities.SingleOrDefaultAsync(one => one.Issuer == who.Issuer && one.Subject == who.Subject, cancel);
        if (known is null)
        {
            if (await context.ExternalIdentities.CountAsync(one => one.AccountId == null, cancel) >= MostWaiting)
            {
                return (null, false);
            }

            known = new() { Issuer = who.Issuer, Subject = who.Subject };
            context.ExternalIdentities.Add(known);
        }

        (known.Label, known.SeenAt) = (who.Label.Length > LongestLabel ? who.Label[..LongestLabel] : who.Label, clock.Now);
        known.SeenWith ??= known.AccountId is null ? who.SeenWith : null;
        await context.SaveChangesAsync(cancel);
        return (known.AccountId is { } id ? await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) : null, known.AcceptedAt > 0);
    }

    /// <summary>Those of an account and, where asked, those that wait.</summary>
    public async Task<IReadOnlyList<ExternalIdentity>> ForAsync(int account, bool andWaiting, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.ExternalIdentities.AsNoTracking().Where(one => one.AccountId == account || (andWaiting && one.AccountId == null)).OrderByDescending(one => one.SeenAt).ToListAsync(cancel);
    }

    /// <summary>Ties an identity that waits to an account: it opens it once the owner has accepted it.</summary>
    public async Task<(TieProblem Problem, ExternalIdentity? Identity)> TieAsync(int identity, Account account, Account by, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var known = await context.ExternalIdentities.SingleOrDefaultAsync(one => one.Id == identity, cancel);
        var problem = account.Role == Role.BreakGlass ? TieProblem.Sealed
            : known is null ? TieProblem.Gone
            : known.AccountId == by.Id || (known.AccountId is null && known.SeenWith == by.Id) ? TieProblem.Own
            : known.AccountId is not null ? TieProblem.Taken
            : TieProblem.None;
        if (problem == TieProblem.None)
        {
            (known!.AccountId, known.TiedAt, known.TiedBy, known.AcceptedAt) = (account.Id, clock.Now, by.Name, 0);
            await context.SaveChangesAsync(cancel);
        }

        return (problem, known);
    }

    /// <summary>Unties an identity of an account.</summary>
    /// <returns>The identity; null when the account has none such.</returns>
    public Task<ExternalIdentity?> UntieAsync(int identity, int account, CancellationToken cancel) =>
        ChangeAsync(identity, account, one => (one.AccountId, one.TiedAt, one.TiedBy, one.AcceptedAt) = (null, 0, "", 0), cancel);

    /// <summary>The account's owner says that an identity is theirs.</summary>
    /// <returns>The identity; null when the account has none such.</returns>
    public Task<ExternalIdentity?> AcceptAsync(int identity, int account, CancellationToken cancel) => ChangeAsync(identity, account, one => one.AcceptedAt = clock.Now, cancel);

    private async Task<ExternalIdentity?> ChangeAsync(int identity, int account, Action<ExternalIdentity> change, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.ExternalIdentities.SingleOrDefaultAsync(one => one.Id == identity && one.AccountId == account, cancel) is not { } known)
        {
            return null;
        }

        change(known);
        await context.SaveChangesAsync(cancel);
        return known;
    }
}
