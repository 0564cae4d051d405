using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts;

/// <summary>The sessions that are open, kept by the server: each can be ended at once, by its owner or by an administrator.</summary>
internal sealed class SessionBook(IDbContextFactory<AccountsContext> contexts, RealClock clock)
{
    private const long SeenEvery = 30;
    private const int Hour = 3600;

    /// <summary>Opens a session.</summary>
    /// <returns>Its key, for the cookie alone.</returns>
    public async Task<string> OpenAsync(int account, string method, string device, CancellationToken cancel)
    {
        var (key, now) = (Convert.ToHexString(RandomNumberGenerator.GetBytes(32)), clock.Now);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Sessions.Where(one => one.OpenedAt < now - (13 * Hour)).ExecuteDeleteAsync(cancel);
        context.Sessions.Add(new() { Id = IdOf(key), AccountId = account, Method = method, Device = device, OpenedAt = now, SeenAt = now, ProvedAt = now });
        await context.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>The session of a key with its account, as they are now; null when it has ended. Notes that it was used, unless it is only looked at.</summary>
    public async Task<(OpenSession Session, Account Account, bool HasFactor)?> SeeAsync(string key, CancellationToken cancel, bool used = true)
    {
        var (id, now) = (IdOf(key), clock.Now);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var found = await context.Sessions.AsNoTracking().Where(one => one.Id == id)
            .Join(context.Accounts.AsNoTracking(), one => one.AccountId, one => one.Id, (session, account) => new { session, account, passkey = context.Passkeys.Any(key => key.AccountId == account.Id) })
            .SingleOrDefaultAsync(cancel);
        if (found is null || !found.account.IsOpen(now) || !IsAlive(found.session, found.account.Role, now))
        {
            return null;
        }

        if (used && now - found.session.SeenAt >= SeenEvery)
        {
            await context.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), cancel);
        }

        return (found.session, found.account, found.passkey || found.account.TotpSecret.Length > 0);
    }

    /// <summary>The sessions an account has open, last used first.</summary>
    public async Task<IReadOnlyList<OpenSession>> OfAsync(Account account, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var all = await context.Sessions.AsNoTracking().Where(one => one.AccountId == account.Id).OrderByDescending(one => one.SeenAt).ToListAsync(cancel);
        return [.. all.Where(one => IsAlive(one, account.Role, clock.Now))];
    }

    /// <summary>A second factor was added to the session's proof.</summary>
    public async Task StrengthenAsync(string key, string method, CancellationToken cancel)
    {
        var id = IdOf(key);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Sessions.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Method, method), cancel);
    }

    /// <summary>Ends the session of a key.</summary>
    public async Task EndAsync(string key, CancellationToken cancel)
    {
        var id = IdOf(key);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Sessions.Where(one => one.Id == id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Ends one session of an account.</summary>
    /// <returns>False when the account has no such session.</returns>
    public async Task<bool> EndOneAsync(int account, string id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Sessions.Where(one => one.AccountId == account && one.Id == id).ExecuteDeleteAsync(cancel) > 0;
    }

    /// <summary>Ends every session of an account but one.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndOthersAsync(int account, string? keptKey, CancellationToken cancel)
    {
        var kept = keptKey is null ? "" : IdOf(keptKey);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Sessions.Where(one => one.AccountId == account && one.Id != kept).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What the table keeps of a key.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>How long a session may stay unused, and how long it lasts at most, seconds.</summary>
    public static (int Idle, int Longest) LimitsOf(Role role) => role switch
    {
        Role.Technician => (8 * Hour, 12 * Hour),
        Role.Administrator => (Hour / 4, 8 * Hour),
        Role.BreakGlass => (Hour / 4, Hour),
        _ => (Hour, 8 * Hour),
    };

    private static bool IsAlive(OpenSession session, Role role, long now)
    {
        var (idle, longest) = LimitsOf(role);
        return now - session.SeenAt < idle && now - session.OpenedAt < longest;
    }
}
