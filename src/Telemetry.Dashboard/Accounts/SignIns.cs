using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Telemetry.Dashboard.Accounts.Factors;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Checks passwords and codes, and makes whoever fails wait.</summary>
/// <remarks>
/// An attempt is counted before it is looked at, so that many at once gain nothing. From the fifth failure in a row each costs a delay, doubled each time up to a
/// quarter of an hour. Failures are forgotten when a session may open, not before: a right password with a code still due takes its own count back and no other.
/// The break-glass account, whose password cannot be guessed, has no delay: nobody can lock it from outside.
/// </remarks>
internal sealed class SignIns(IDbContextFactory<AccountsContext> contexts, IPasswordHasher<Account> hasher, FactorStore factors, RealClock clock)
{
    private const int FailuresBeforeDelay = 5;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);
    private readonly string _nobody = hasher.HashPassword(new Account { Name = "", Role = Role.Elu, Stamp = "" }, Guid.NewGuid().ToString());

    /// <summary>Checks a name and password. Takes the same time whether the account exists or not.</summary>
    public async Task<SignInOutcome> PasswordAsync(string name, string password, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var key = AccountStore.Key(name);
        var account = await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Name == key, cancel);
        var probe = account is { PasswordHash.Length: > 0 } ? account : new Account { Name = key, Role = Role.Elu, Stamp = "", PasswordHash = _nobody };
        var bearable = password.Length <= PasswordRule.Longest;
        return await TryAsync(context, account, () => Task.FromResult(
            hasher.VerifyHashedPassword(probe, probe.PasswordHash, bearable ? password : "") != PasswordVerificationResult.Failed && bearable && account is { PasswordHash.Length: > 0 }), last: account is { TotpSecret.Length: 0 }, cancel);
    }

    /// <summary>Checks a code of the account's generator, or one of its recovery codes.</summary>
    public async Task<SignInOutcome> CodeAsync(int id, string code, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var account = await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
        return await TryAsync(context, account, () => factors.UseCodeAsync(account!, code, cancel), last: true, cancel);
    }

    private async Task<SignInOutcome> TryAsync(AccountsContext context, Account? account, Func<Task<bool>> proof, bool last, CancellationToken cancel)
    {
        var now = clock.Now;
        if (account is null)
        {
            await proof();
            return new(null, TimeSpan.Zero, null);
        }

        if (account.LockedUntil > now)
        {
            return new(null, TimeSpan.FromSeconds(account.LockedUntil - now), account);
        }

        var (failures, delay) = await CountAsync(context, account, now, cancel);
        var right = await proof();
        if (!right || !account.IsOpen(now))
        {
            return new(null, delay, account) { Ended = right && account.ExpiresAt > 0 && account.ExpiresAt <= now };
        }

        // Whoever knows the password alone could otherwise try codes for ever, four between two passwords. If another attempt was counted meanwhile, both stay counted.
        var (kept, until) = last ? (0, 0) : (failures - 1, account.LockedUntil);
        await context.Accounts.Where(one => one.Id == account.Id && (last || one.Failures == failures))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Failures, kept).SetProperty(one => one.LockedUntil, until), cancel);
        return new(account, TimeSpan.Zero, account);
    }

    private static async Task<(int Failures, TimeSpan Delay)> CountAsync(AccountsContext context, Account account, long now, CancellationToken cancel)
    {
        var one = context.Accounts.Where(row => row.Id == account.Id);
        await one.ExecuteUpdateAsync(set => set.SetProperty(row => row.Failures, row => row.Failures + 1), cancel);
        var failures = await one.Select(row => row.Failures).SingleAsync(cancel);
        var delay = account.Role == Role.BreakGlass ? TimeSpan.Zero : Delay(failures);
        if (delay > TimeSpan.Zero)
        {
            await one.ExecuteUpdateAsync(set => set.SetProperty(row => row.LockedUntil, now + (long)delay.TotalSeconds), cancel);
        }

        return (failures, delay);
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
}
