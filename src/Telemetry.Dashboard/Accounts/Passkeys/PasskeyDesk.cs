using Microsoft.AspNetCore.Identity;

namespace Telemetry.Dashboard.Accounts.Passkeys;

/// <summary>Passkeys asked of a browser and checked: ASP.NET Core Identity's own handler, with the challenge carried by the form, good once.</summary>
internal sealed class PasskeyDesk(IPasskeyHandler<Account> handler, PasskeyAccounts accounts, OneTime tokens)
{
    private const string Creation = "passkey-creation";
    private const string Request = "passkey-request";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Asks for a new passkey: what the browser needs, and the token that the form brings back.</summary>
    public async Task<(string Options, string Token)> AskNewAsync(Account account, HttpContext http)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.Stamp, Name = account.Name, DisplayName = account.Name }, http);
        return (asked.CreationOptionsJson, tokens.Seal(Creation + account.Stamp, asked.AttestationState ?? "", Life));
    }

    /// <summary>Keeps the passkey that the browser made; false when it cannot be believed.</summary>
    public async Task<bool> KeepAsync(Account account, string name, string credential, string? token, HttpContext http)
    {
        if (tokens.Open(Creation + account.Stamp, token) is not { } state)
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != account.Stamp)
        {
            return false;
        }

        result.Passkey.Name = name;
        await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey, http.RequestAborted);
        return true;
    }

    /// <summary>Asks for a passkey of the account, or of whoever holds one.</summary>
    public async Task<(string Options, string Token)> AskAsync(Account? account, HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(account, http);
        return (asked.RequestOptionsJson, tokens.Seal(Request + account?.Stamp, asked.AssertionState ?? "", Life));
    }

    /// <summary>Whose passkey it is; null when it cannot be believed, or is not the account's that was asked.</summary>
    public async Task<Account?> CheckAsync(Account? account, string credential, string? token, HttpContext http)
    {
        if (tokens.Open(Request + account?.Stamp, token) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!result.Succeeded || (account is not null && result.User.Id != account.Id))
        {
            return null;
        }

        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey, http.RequestAborted);
        return result.User;
    }
}
