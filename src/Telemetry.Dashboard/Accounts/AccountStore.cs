using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Accounts: made, read, changed, shut.</summary>
internal sealed class AccountStore(IDbContextFactory<AccountsContext> contexts, IPasswordHasher<Account> hasher, RealClock clock)
{
    /// <summary>Longest access of an external maintainer.</summary>
    public static readonly TimeSpan LongestMaintenance = TimeSpan.FromDays(90);

    /// <summary>People's names on phones start with a capital they did not ask for.</summary>
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Makes an account.</summary>
    public Task<AccountProblem> AddAsync(NewAccount wanted, CancellationToken cancel) => AddAsync(wanted, PasswordRule.Check(wanted.Password, Key(wanted.Name)), cancel);

    /// <summary>Gives a demonstration account its password of the day, whatever it is, making it when it is not there.</summary>
    public async Task EnsureAsync(string name, Role role, string password, CancellationToken cancel)
    {
        if (await AddAsync(new(name, role, password), AccountProblem.None, cancel) == AccountProblem.NameTaken)
        {
            await ChangeAsync(account => account.Name == name, account => account.PasswordHash = hasher.HashPassword(account, password), cancel);
        }
    }

    /// <summary>Every account, by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Accounts.AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancel);
    }

    /// <summary>One account; null when there is none.</summary>
    public async Task<Account?> FindAsync(string name, CancellationToken cancel)
    {
        var key = Key(name);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Name == key, cancel);
    }

    /// <summary>One account; null when there is none.</summary>
    public async Task<Account?> FindAsync(int id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel);
    }

    /// <summary>Opens or shuts an account.</summary>
    public Task<bool> SetDisabledAsync(int id, bool disabled, CancellationToken cancel) => ChangeAsync(
        account => account.Id == id, account => (account.Disabled, account.Failures, account.LockedUntil) = (disabled, 0, 0), cancel);

    /// <summary>Gives an account its role, buildings and end.</summary>
    public async Task<AccountProblem> SetTermsAsync(int id, Role role, IReadOnlyList<string> sites, long expiresAt, CancellationToken cancel)
    {
        if (Terms(role, sites, expiresAt) is var problem and not AccountProblem.None)
        {
            return problem;
        }

        await ChangeAsync(account => account.Id == id, account => (account.Role, account.Sites, account.ExpiresAt) = (role, string.Join(' ', sites), expiresAt), cancel);
        return AccountProblem.None;
    }

    /// <summary>Gives an account another password.</summary>
    public async Task<AccountProblem> SetPasswordAsync(Account of, string password, bool mustChange, CancellationToken cancel)
    {
        if (PasswordRule.Check(password, of.Name) is var problem and not AccountProblem.None)
        {
            return problem;
        }

        await ChangeAsync(account => account.Id == of.Id, account =>
        {
            (account.PasswordHash, account.MustChangePassword, account.UnsealedAt) = (hasher.HashPassword(account, password), mustChange, 0);
            // Its owner changes it with a code still due: wrong codes stay counted.
            if (mustChange || account.TotpSecret.Length == 0)
            {
                (account.Failures, account.LockedUntil) = (0, 0);
            }
        }, cancel);
        return AccountProblem.None;
    }

    /// <summary>Notes that the seal of a break-glass account is broken.</summary>
    public Task<bool> UnsealAsync(int id, CancellationToken cancel) =>
        ChangeAsync(account => account.Id == id && account.UnsealedAt == 0, account => account.UnsealedAt = clock.Now, cancel);

    private async Task<AccountProblem> AddAsync(NewAccount wanted, AccountProblem weakness, CancellationToken cancel)
    {
        var key = Key(wanted.Name);
        if (key.Length is 0 or > Account.LongestName || key.Any(letter => !char.IsLetterOrDigit(letter) && letter is not ('.' or '-' or '_' or ' ')))
        {
            return AccountProblem.BadName;
        }

        if (Terms(wanted.Role, wanted.Sites, wanted.ExpiresAt) is var terms and not AccountProblem.None)
        {
            return terms;
        }

        if (weakness != AccountProblem.None)
        {
            return weakness;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Accounts.AnyAsync(one => one.Name == key, cancel))
        {
            return AccountProblem.NameTaken;
        }

        var account = new Account
        {
            Name = key, Role = wanted.Role, Stamp = NewStamp(), Sites = string.Join(' ', wanted.Sites), ExpiresAt = wanted.ExpiresAt,
            MustChangePassword = wanted.MustChangePassword,
        };
        account.PasswordHash = hasher.HashPassword(account, wanted.Password);
        context.Accounts.Add(account);
        await context.SaveChangesAsync(cancel);
        return AccountProblem.None;
    }

    private AccountProblem Terms(Role role, IReadOnlyList<string> sites, long expiresAt) => role switch
    {
        Role.Maintainer when expiresAt <= clock.Now || expiresAt > clock.Now + (long)LongestMaintenance.TotalSeconds => AccountProblem.NeedsEnd,
        Role.Maintainer when sites.Count == 0 => AccountProblem.NeedsSites,
        _ => AccountProblem.None,
    };

    private async Task<bool> ChangeAsync(System.Linq.Expressions.Expression<Func<Account, bool>> which, Action<Account> change, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await context.Accounts.SingleOrDefaultAsync(which, cancel) is not { } account)
        {
            return false;
        }

        change(account);
        await context.SaveChangesAsync(cancel);
        return true;
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
