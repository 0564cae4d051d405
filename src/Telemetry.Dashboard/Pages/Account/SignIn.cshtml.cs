using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Accounts.Passkeys;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Sign-in: password then code, or a passkey, or an identity from elsewhere.</summary>
[EnableRateLimiting(Limits.SignIn)]
internal sealed class SignIn(AccountStore accounts, SignIns signIns, PasskeyDesk desk, OneTime tokens, SecondFactors second, ExternalSignIn external, IJournal journal) : SitePage
{
    private const string Purpose = "second-step";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? MotDePasse { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Jeton { get; set; }

    [BindProperty]
    public string? Cle { get; set; }

    /// <summary>Where the person wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Expiree { get; set; }

    /// <summary>What became of an identity from elsewhere: <c>attente</c>, <c>titulaire</c> or <c>refus</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Externe { get; set; }

    public string? Problem { get; private set; }

    /// <summary>Token of the second step; empty at the first.</summary>
    public string SecondStep { get; private set; } = "";

    public string PasskeyOptions { get; private set; } = "";

    public string PasskeyToken { get; private set; } = "";

    /// <summary>The provider offered beside the password; null for none.</summary>
    public string? Provider => external.Offered ? external.Label : null;

    /// <summary>Whether this demonstration lets people steer with a password alone.</summary>
    public bool Lenient => !second.Required;

    /// <summary>Whether a session can be kept at all: over plain HTTP only this machine's own browser may.</summary>
    public bool Possible => SessionCookies.CanBeKept(HttpContext);

    private CancellationToken Cancel => HttpContext.RequestAborted;

    public Task OnGetAsync() => AskPasskeyAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Possible)
        {
            var outcome = await signIns.PasswordAsync(Nom ?? "", MotDePasse ?? "", Cancel);
            if (outcome.Account is { TotpSecret.Length: > 0 } careful)
            {
                SecondStep = Sealed(careful);
                return Page();
            }

            if (outcome.Account is { } account)
            {
                return await EnterAsync(account, Proofs.Password);
            }

            Refuse(outcome, Proofs.Password, AccountWords.Wrong);
        }

        await AskPasskeyAsync();
        return Page();
    }

    /// <summary>The second step: a code of the generator, or a recovery code.</summary>
    public async Task<IActionResult> OnPostCodeAsync()
    {
        var words = tokens.Open(Purpose, Jeton)?.Split(' ') ?? [];
        if (words.Length != 2 || await accounts.FindAsync(int.Parse(words[0], CultureInfo.InvariantCulture), Cancel) is not { } account || account.PasswordHash.Length == 0 || Mark(account) != words[1])
        {
            Problem = Say(AccountWords.StepGone);
            await AskPasskeyAsync();
            return Page();
        }

        var outcome = await signIns.CodeAsync(account.Id, Code ?? "", Cancel);
        if (outcome.Account is not null)
        {
            return await EnterAsync(outcome.Account, (Code ?? "").Count(char.IsLetterOrDigit) > 6 ? Proofs.Recovery : Proofs.Code);
        }

        Refuse(outcome, Proofs.Code, OwnWords.CodeWrong);
        SecondStep = Sealed(account);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (Possible && await desk.CheckAsync(null, Cle ?? "", Jeton, HttpContext) is { } account)
        {
            if (account.IsOpen(HttpContext.RequestServices.GetRequiredService<RealClock>().Now))
            {
                return await EnterAsync(account, Proofs.Passkey);
            }

            Refuse(new(null, TimeSpan.Zero, account), Proofs.Passkey, OwnWords.PasskeyRefused);
        }
        else
        {
            Refuse(new(null, TimeSpan.Zero, null), Proofs.Passkey, OwnWords.PasskeyRefused);
        }

        await AskPasskeyAsync();
        return Page();
    }

    // The step is tied to the password just shown: changed meanwhile, it is worth nothing.
    private static string Mark(Dashboard.Accounts.Account account) => SessionBook.IdOf(account.PasswordHash);

    private string Sealed(Dashboard.Accounts.Account account) =>
        tokens.Seal(Purpose, string.Create(CultureInfo.InvariantCulture, $"{account.Id} {Mark(account)}"), Life);

    private async Task AskPasskeyAsync() => (PasskeyOptions, PasskeyToken) = await desk.AskAsync(null, HttpContext);

    private async Task<IActionResult> EnterAsync(Dashboard.Accounts.Account account, string method)
    {
        await Sessions.EnterAsync(HttpContext, account, method);
        return Redirect(Url.IsLocalUrl(Retour) ? Retour! : Link(Start(account.Role)));
    }

    private void Refuse(SignInOutcome outcome, string method, Phrase why)
    {
        journal.Append(new()
        {
            Action = JournalActions.SessionRefused, By = new(outcome.Known?.Name ?? Actor.Nobody, outcome.Known?.Role.ToString() ?? "", Actor.Web), Asked = method, Outcome = "refused",
        });
        Problem = outcome.Ended ? Say(AccountWords.Ended) : outcome.Wait > TimeSpan.Zero ? AccountWords.WaitFor(outcome.Wait, Language) : Say(why);
    }

    private static string Start(Role role) => role switch
    {
        Role.Technician or Role.Maintainer or Role.BreakGlass => "/chaufferies",
        Role.Administrator => "/admin/comptes",
        _ => "/patrimoine",
    };
}
