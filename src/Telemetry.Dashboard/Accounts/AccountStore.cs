using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Accounts: made, checked, shut. Delays run on the real clock, whatever the town's clock does.</summary>
internal sealed class AccountStore(IDbContextFactory<AccountsContext> contexts, IPasswordHasher<Account> hasher, TimeProvider realClock)
{
    /// <summary>Fewest characters of a password; delays after failures make up for the rest (CNIL 2022-100, second case).</summary>
    public const int ShortestPassword = 12;

    private const int FailuresBeforeDelay = 5;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);
    private readonly string _nobody = hasher.HashPassword(new Account { Name = "", Role = Role.Elu, Stamp = "" }, Guid.NewGuid().ToString());

    /// <summary>Checks a name and password, and counts what fails. Takes the same time whether the account exists or not.</summary>
    public async Task<SignInOutcome> SignInAsync(string name, string password, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var key = Key(name);
        var account = await context.Accounts.SingleOrDefaultAsync(one => one.Name == key, cancel);
        var now = realClock.GetUtcNow().ToUnixTimeSeconds();
        var probe = account ?? new Account { Name = key, Role = Role.Elu, Stamp = "", PasswordHash = _nobody };
        if (probe.LockedUntil > now)
        {
            return new(null, TimeSpan.FromSeconds(probe.LockedUntil - now), account);
        }

        var right = hasher.VerifyHashedPassword(probe, probe.PasswordHash, password) != PasswordVerificationResult.Failed;
        if (account is null)
        {
            return new(null, TimeSpan.Zero, null);
        }

        var welcome = right && !account.Disabled;
        account.Failures = welcome ? 0 : account.Failures + 1;
        var delay = Delay(account.Failures);
        account.LockedUntil = delay > TimeSpan.Zero ? now + (long)delay.TotalSeconds : 0;
        await context.SaveChangesAsync(cancel);
        return new(welcome ? account : null, delay, account);
    }

    /// <summary>Makes an account.</summary>
    public async Task<AccountProblem> AddAsync(string name, Role role, string password, CancellationToken cancel)
    {
        var key = Key(name);
        if (key.Length is 0 or > Account.LongestName || key.Any(letter => !char.IsLetterOrDigit(letter) && letter is not ('.' or '-' or '_' or ' ')))
        {
            return AccountProblem.BadName;
        }

        if (password.Length < ShortestPassword)
        {
            return AccountProblem.ShortPassword;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Accounts.AnyAsync(one => one.Name == key, cancel))
        {
            return AccountProblem.NameTaken;
        }

        var account = new Account { Name = key, Role = role, Stamp = NewStamp() };
        account.PasswordHash = hasher.HashPassword(account, password);
        context.Accounts.Add(account);
        await context.SaveChangesAsync(cancel);
        return AccountProblem.None;
    }

    /// <summary>Gives a demonstration account its password of the day, making it when it is not there.</summary>
    public async Task EnsureAsync(string name, Role role, string password, CancellationToken cancel)
    {
        if (await AddAsync(name, role, password, cancel) == AccountProblem.NameTaken)
        {
            await using var context = await contexts.CreateDbContextAsync(cancel);
            var account = await context.Accounts.SingleAsync(one => one.Name == name, cancel);
            account.PasswordHash = hasher.HashPassword(account, password);
            await context.SaveChangesAsync(cancel);
        }
    }

    /// <summary>Every account, by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Accounts.AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancel);
    }

    /// <summary>Opens or shuts an account; shutting ends its sessions.</summary>
    /// <returns>False when there is no such account.</returns>
    public async Task<bool> SetDisabledAsync(int id, bool disabled, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var account = await context.Accounts.SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (account is null)
        {
            return false;
        }

        (account.Disabled, account.Stamp, account.Failures, account.LockedUntil) = (disabled, NewStamp(), 0, 0);
        await context.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Whether a session opened with this stamp is still welcome.</summary>
    public async Task<bool> IsWelcomeAsync(string name, string stamp, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Accounts.AsNoTracking().AnyAsync(one => one.Name == name && one.Stamp == stamp && !one.Disabled, cancel);
    }

    private static TimeSpan Delay(int failures)
    {
        if (failures < FailuresBeforeDelay)
        {
            return TimeSpan.Zero;
        }

        var doubled = TimeSpan.FromSeconds(30) * Math.Pow(2, Math.Min(failures - FailuresBeforeDelay, 10));
        return doubled < LongestDelay ? doubled : LongestDelay;
    }

    // People's names on phones start with a capital they did not ask for.
    private static string Key(string name) => name.Trim().ToLowerInvariant();

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
