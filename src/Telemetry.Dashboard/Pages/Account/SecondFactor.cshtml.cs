using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;
using System.Security.Cryptography;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.Factors;
using Telemetry.Dashboard.Accounts.Passkeys;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>One's second factors: a code generator with its recovery codes, and passkeys.</summary>
[FreshProof]
[EnableRateLimiting(Limits.SignIn)]
internal sealed class SecondFactor(
    AccountStore accounts, FactorStore factors, PasskeyDesk desk, PasskeyAccounts keys, OneTime tokens, SessionBook book, SiteFrame frame, IJournal journal) : OwnPage(accounts, journal)
{
    private const string Purpose = "totp-enrolment";
    private const int LongestName = 60;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    [BindProperty]
    public string? NomCle { get; set; }

    public bool HasTotp => Mine.TotpSecret.Length > 0;

    public string Secret { get; private set; } = "";

    public string Picture { get; private set; } = "";

    public string TotpToken { get; private set; } = "";

    public string PasskeyOptions { get; private set; } = "";

    public string PasskeyToken { get; private set; } = "";

    public IList<UserPasskeyInfo> Keys { get; private set; } = [];

    public int RecoveryLeft { get; private set; }

    /// <summary>Recovery codes just made: told this once.</summary>
    public IReadOnlyList<string> Recovery { get; private set; } = [];

    public string? Problem { get; private set; }

    public string? Done { get; private set; }

    protected override string Here => Sessions.MakeFactor;

    public Task OnGetAsync() => ShowAsync();

    /// <summary>Takes a code generator, proved by its first code.</summary>
    public async Task OnPostTotpAsync()
    {
        if (tokens.Open(Purpose + Mine.Stamp, Jeton) is not { } text || HasTotp)
        {
            Problem = Say(OwnWords.TooLate);
        }
        else if (await factors.EnrolAsync(Mine.Id, Convert.FromHexString(text), Code ?? "", Cancel) is { Count: > 0 } codes)
        {
            Recovery = codes;
            await AddedAsync("TOTP", Proofs.Code);
        }
        else
        {
            Problem = Say(OwnWords.CodeWrong);
            await ShowAsync(text); // the same picture: the generator may have it already
            return;
        }

        await ShowAsync();
    }

    /// <summary>New recovery codes.</summary>
    public async Task OnPostCodesAsync()
    {
        Recovery = HasTotp ? await factors.RenewRecoveryAsync(Mine.Id, Cancel) : [];
        Note(JournalActions.FactorAdded, "recovery codes");
        await ShowAsync();
    }

    /// <summary>Takes the code generator away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await factors.RemoveAsync(Mine.Id, Cancel);
        Note(JournalActions.FactorRemoved, "TOTP");
        await book.EndOthersAsync(Mine.Id, Sessions.KeyOf(User), Cancel);
        return Redirect(Link(Here));
    }

    /// <summary>Takes a passkey.</summary>
    public async Task OnPostPasskeyAsync()
    {
        var name = (NomCle ?? "").Trim();
        name = name.Length == 0 ? Devices.NameOf(Request.Headers.UserAgent.ToString()) : name[..Math.Min(name.Length, LongestName)];
        if (await desk.KeepAsync(Mine, name, Cle ?? "", Jeton, HttpContext))
        {
            await AddedAsync("passkey " + name, Proofs.Passkey);
            Done = Say(OwnWords.PasskeyDone);
        }
        else
        {
            Problem = Say(OwnWords.PasskeyRefused);
        }

        await ShowAsync();
    }

    /// <summary>Takes a passkey away.</summary>
    public async Task<IActionResult> OnPostForgetAsync(string? id)
    {
        var key = (await keys.GetPasskeysAsync(Mine, Cancel)).FirstOrDefault(one => Convert.ToHexString(one.CredentialId) == id);
        if (key is null)
        {
            return NotFound();
        }

        await keys.RemovePasskeyAsync(Mine, key.CredentialId, Cancel);
        Note(JournalActions.FactorRemoved, "passkey " + key.Name);
        await book.EndOthersAsync(Mine.Id, Sessions.KeyOf(User), Cancel);
        return Redirect(Link(Here));
    }

    private async Task AddedAsync(string what, string method)
    {
        Note(JournalActions.FactorAdded, what);
        await book.EndOthersAsync(Mine.Id, Sessions.KeyOf(User), Cancel);
        await book.StrengthenAsync(Sessions.KeyOf(User)!, method, Cancel);
    }

    private async Task ShowAsync(string? pending = null)
    {
        await RefreshAsync();
        Keys = await keys.GetPasskeysAsync(Mine, Cancel);
        RecoveryLeft = await factors.RecoveryLeftAsync(Mine.Id, Cancel);
        (PasskeyOptions, PasskeyToken) = await desk.AskNewAsync(Mine, HttpContext);
        if (!HasTotp)
        {
            var secret = pending is null ? RandomNumberGenerator.GetBytes(Totp.SecretLength) : Convert.FromHexString(pending);
            Secret = string.Join(' ', Base32.Encode(secret).Chunk(4).Select(part => new string(part)));
            TotpToken = tokens.Seal(Purpose + Mine.Stamp, Convert.ToHexString(secret), Life);
            using var code = QRCodeGenerator.GenerateQrCode(Totp.Address(secret, frame.Municipality.Length > 0 ? frame.Municipality : "Telemetry", Mine.Name), QRCodeGenerator.ECCLevel.M);
            using var picture = new PngByteQRCode(code);
            Picture = "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(6));
        }
    }
}
