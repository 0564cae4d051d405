using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Telemetry.Dashboard.Accounts.Passkeys;

/// <summary>Our accounts as ASP.NET Core Identity's passkey handler wants to see them: it reads them and their passkeys, and changes nothing else.</summary>
internal sealed class PasskeyAccounts(IDbContextFactory<AccountsContext> contexts) : IUserPasskeyStore<Account>
{
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.Passkeys.SingleOrDefaultAsync(one => one.AccountId == user.Id && one.CredentialId == passkey.CredentialId, cancellationToken);
        if (known is null)
        {
            context.Passkeys.Add(Passkey.From(passkey, user.Id));
        }
        else
        {
            (known.SignCount, known.BackedUp, known.UserVerified) = (passkey.SignCount, passkey.IsBackedUp, passkey.IsUserVerified);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await context.Passkeys.AsNoTracking().Where(one => one.AccountId == user.Id).OrderBy(one => one.CreatedAt).ToListAsync(cancellationToken);
        return [.. keys.Select(one => one.ToInfo())];
    }

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Passkeys.Where(one => one.CredentialId == credentialId)
            .Join(context.Accounts.AsNoTracking(), one => one.AccountId, one => one.Id, (_, account) => account).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Passkeys.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == user.Id && one.CredentialId == credentialId, cancellationToken))?.ToInfo();
    }

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Passkeys.Where(one => one.AccountId == user.Id && one.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Stamp);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Stamp == userId, cancellationToken);
    }

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var key = AccountStore.Key(normalizedUserName);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Name == key, cancellationToken);
    }

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => Refused();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Refused();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => Refused();

    public void Dispose()
    {
        // A context is made and gone with each piece of work.
    }

    // Accounts are made and changed by AccountStore alone.
    private static Task<IdentityResult> Refused() => Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "read-only" }));
}
