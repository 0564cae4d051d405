using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts.Factors;

/// <summary>Second factors of accounts: secrets of code generators, encrypted; recovery codes, hashed.</summary>
internal sealed class FactorStore(IDbContextFactory<AccountsContext> contexts, IDataProtectionProvider protection, RealClock clock)
{
    private const int Codes = 10;
    private const int CodeLength = 25;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789"; // what looks alike is left out: 4.95 bits a sign, 123 a code
    private readonly IDataProtector _protector = protection.CreateProtector("totp");

    /// <summary>Whether the code is right now; it is used up.</summary>
    public async Task<bool> UseCodeAsync(Account account, string typed, CancellationToken cancel)
    {
        if (account.TotpSecret.Length == 0)
        {
            return false;
        }

        var code = new string([.. typed.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return code.Length == CodeLength ? await UseRecoveryAsync(account, code, cancel) : await UseTotpAsync(account, code, cancel);
    }

    /// <summary>Gives the account a code generator, proved by a code of it.</summary>
    /// <returns>Its recovery codes, shown once; empty when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>> EnrolAsync(int account, byte[] secret, string typed, CancellationToken cancel)
    {
        if (Totp.StepOf(secret, new string([.. typed.Where(char.IsDigit)]), clock.Now, 0) is not { } step)
        {
            return [];
        }

        var sealedSecret = Convert.ToBase64String(_protector.Protect(secret));
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Accounts.Where(one => one.Id == account).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.TotpSecret, sealedSecret).SetProperty(one => one.TotpStep, step), cancel);
        return await RenewRecoveryAsync(account, cancel);
    }

    /// <summary>Takes the code generator away.</summary>
    public async Task RemoveAsync(int account, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await context.Accounts.Where(one => one.Id == account).ExecuteUpdateAsync(set => set.SetProperty(one => one.TotpSecret, ""), cancel);
        await context.RecoveryCodes.Where(one => one.AccountId == account).ExecuteDeleteAsync(cancel);
    }

    /// <summary>New recovery codes in the place of the old.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryAsync(int account, CancellationToken cancel)
    {
        var codes = Enumerable.Range(0, Codes).Select(_ => RandomNumberGenerator.GetString(Letters, CodeLength)).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.RecoveryCodes.Where(one => one.AccountId == account).ExecuteDeleteAsync(cancel);
        context.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = account, Hash = Hash(code) }));
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. codes.Select(code => string.Join('-', code.Chunk(5).Select(part => new string(part))))];
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> RecoveryLeftAsync(int account, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.RecoveryCodes.CountAsync(one => one.AccountId == account, cancel);
    }

    private async Task<bool> UseTotpAsync(Account account, string code, CancellationToken cancel)
    {
        var secret = _protector.Unprotect(Convert.FromBase64String(account.TotpSecret));
        if (Totp.StepOf(secret, code, clock.Now, account.TotpStep) is not { } step)
        {
            return false;
        }

        // Of two browsers with the same code at the same moment, one is late.
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Accounts.Where(one => one.Id == account.Id && one.TotpStep < step).ExecuteUpdateAsync(set => set.SetProperty(one => one.TotpStep, step), cancel) == 1;
    }

    private async Task<bool> UseRecoveryAsync(Account account, string code, CancellationToken cancel)
    {
        var hash = Hash(code);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.RecoveryCodes.Where(one => one.AccountId == account.Id && one.Hash == hash).ExecuteDeleteAsync(cancel) == 1;
    }

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
