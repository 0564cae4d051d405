using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.Factors;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Accounts;

/// <summary>Second factor, fresh proof, sessions, roles by site, and who may do what to whom.</summary>
public sealed partial class AccountFlowTests
{
    private const string Boiler = "/chaufferies/gw-ecole/chaufferie";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_AndMigrations_AreTheSame()
    {
        await using var site = new Site();
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(Cancel);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task SecondFactor_Required_NothingOpensBeforeItIsMade()
    {
        await using var site = new Site { Settings = { [SecondFactors.Key] = "required" } };
        using var browser = await site.BrowserOfAsync("technicien");

        using var list = await browser.GetAsync("/chaufferies", Cancel);
        Assert.Equal("/compte/second-facteur", list.Headers.Location?.ToString());
        using var own = await browser.GetAsync("/compte", Cancel);
        Assert.Equal("/compte/second-facteur", own.Headers.Location?.ToString());
        using var order = await Site.PostAsync(browser, "/compte/second-facteur", Boiler + "/relire", ("Form.Valeur", "19"), ("Form.Fin", "1h"));
        Assert.NotEqual(HttpStatusCode.OK, order.StatusCode);
        Assert.Empty(site.Orders.Sent);

        var (_, recovery) = await EnrolAsync(site, browser);
        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/chaufferies", Cancel)).StatusCode);
        using var elected = await site.BrowserOfAsync("maire");
        Assert.Equal(HttpStatusCode.OK, (await elected.GetAsync("/patrimoine", Cancel)).StatusCode);
    }

    [Fact]
    public async Task SignIn_WithACodeGenerator_AsksTheCodeOnce()
    {
        await using var site = new Site();
        using var first = await site.BrowserOfAsync("technicien");
        var (secret, recovery) = await EnrolAsync(site, first);
        site.RealClock.Moved += TimeSpan.FromMinutes(2);
        var code = Totp.Code(secret, site.RealClock.GetUtcNow().ToUnixTimeSeconds() / Totp.StepSeconds);

        using var browser = site.Browser();
        using var entered = await StepTwoAsync(browser, code);
        Assert.Equal("/chaufferies", entered.Headers.Location?.ToString());
        using var thief = site.Browser();
        Assert.Contains("Ce code n'est pas le bon", await TextAsync(await StepTwoAsync(thief, code)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await thief.GetAsync("/chaufferies", Cancel)).StatusCode);

        using var lost = site.Browser();
        Assert.Equal(HttpStatusCode.Found, (await StepTwoAsync(lost, recovery[0])).StatusCode);
        using var again = site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await StepTwoAsync(again, recovery[0])).StatusCode);
        var journal = site.Services.GetRequiredService<IJournal>();
        Assert.Equal([Proofs.Recovery, Proofs.Code], journal.Read(new() { Action = "session.opened", Most = 2 }).Select(line => line.Asked));
    }

    [Fact]
    public async Task StepTwo_TooLateOrReplayedOrForged_StartsAgain()
    {
        await using var site = new Site();
        using var first = await site.BrowserOfAsync("technicien");
        var (secret, _) = await EnrolAsync(site, first);
        using var browser = site.Browser();
        var page = await (await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password))).Content.ReadAsStringAsync(Cancel);
        var token = Field(page, "Jeton");
        site.RealClock.Moved += TimeSpan.FromMinutes(1);
        string Code() => Totp.Code(secret, site.RealClock.GetUtcNow().ToUnixTimeSeconds() / Totp.StepSeconds);

        async Task<string> TryAsync(string jeton) => await TextAsync(await Site.SendAsync(browser, "/connexion?handler=Code", Site.TokenOf(page), [("Jeton", jeton), ("Code", Code())]));
        Assert.Contains("Recommencez", await TryAsync(token[..^4] + "AAAA"), StringComparison.Ordinal);
        Assert.Contains("Recommencez", await TryAsync(""), StringComparison.Ordinal);
        site.RealClock.Moved += TimeSpan.FromMinutes(5);
        Assert.Contains("Recommencez", await TryAsync(token), StringComparison.Ordinal);
        Assert.Contains("Recommencez", await TryAsync(token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_TriedManyTimes_MakesOneWait()
    {
        await using var site = new Site();
        using var first = await site.BrowserOfAsync("technicien");
        await EnrolAsync(site, first);
        var signIns = site.Services.GetRequiredService<SignIns>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Null((await signIns.CodeAsync(3, "000000", Cancel)).Account);
        }

        Assert.InRange((await signIns.CodeAsync(3, "000000", Cancel)).Wait.TotalSeconds, 20, 40);
    }

    /// <summary>A thief of the password tries codes and shows the password again each time before the delay would come.</summary>
    [Fact]
    public async Task Code_TriedBetweenRightPasswords_MakesOneWaitAllTheSame_AndNotTheOwner()
    {
        await using var site = new Site();
        using var first = await site.BrowserOfAsync("technicien");
        var (secret, _) = await EnrolAsync(site, first);
        var signIns = site.Services.GetRequiredService<SignIns>();
        var looked = 0;
        for (var round = 0; round < 5; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var wait = (await signIns.CodeAsync(3, "000000", Cancel)).Wait;
                looked += wait == TimeSpan.Zero ? 1 : 0;
            }

            await signIns.PasswordAsync("technicien", Site.Password, Cancel);
        }

        Assert.Equal(4, looked);

        // After a night of it the owner waits for the longest delay at most, and their own password makes them wait no longer.
        for (var hour = 0; hour < 12; hour++)
        {
            site.RealClock.Moved += TimeSpan.FromHours(1);
            await signIns.CodeAsync(3, "000000", Cancel);
        }

        site.RealClock.Moved += TimeSpan.FromMinutes(16);
        Assert.NotNull((await signIns.PasswordAsync("technicien", Site.Password, Cancel)).Account);
        Assert.NotNull((await signIns.PasswordAsync("technicien", Site.Password, Cancel)).Account);
        Assert.NotNull((await signIns.CodeAsync(3, Totp.Code(secret, site.RealClock.GetUtcNow().ToUnixTimeSeconds() / Totp.StepSeconds), Cancel)).Account);
        Assert.Equal(TimeSpan.Zero, (await signIns.CodeAsync(3, "000000", Cancel)).Wait);
    }

    [Fact]
    public async Task Password_ChangedByItsOwner_ForgetsNoWrongCode()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await EnrolAsync(site, browser);
        var signIns = site.Services.GetRequiredService<SignIns>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await signIns.CodeAsync(3, "000000", Cancel);
        }

        using var changed = await Site.PostAsync(browser, "/compte/mot-de-passe", "/compte/mot-de-passe", ("MotDePasseActuel", Site.Password), ("MotDePasse", "trois girafes sous la pluie"));
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.NotEqual(TimeSpan.Zero, (await signIns.CodeAsync(3, "000000", Cancel)).Wait);
    }

    [Fact]
    public async Task Order_ProofTooOld_AsksItAgainAndKeepsWhatWasTyped()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        site.RealClock.Moved += TimeSpan.FromMinutes(16);

        using var asked = await Site.PostAsync(browser, Boiler + "/relire?Form.Valeur=19&Form.Fin=1h", Boiler + "/relire", ("Form.Valeur", "19"), ("Form.Fin", "1h"));
        var address = asked.Headers.Location!.ToString();
        Assert.StartsWith("/confirmer?retour=", address, StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);
        var back = Uri.UnescapeDataString(address["/confirmer?retour=".Length..]);
        Assert.Equal(Boiler + "/relire?Form.Valeur=19&Form.Fin=1h", back);

        using var wrong = await Site.PostAsync(browser, address, "/confirmer", ("MotDePasse", "faux"), ("Retour", back));
        Assert.Contains("Mot de passe incorrect", await TextAsync(wrong), StringComparison.Ordinal);
        using var elsewhere = await Site.PostAsync(browser, address, "/confirmer", ("MotDePasse", Site.Password), ("Retour", "https://ailleurs.example"));
        Assert.Equal("/compte", elsewhere.Headers.Location?.ToString());
        using var sent = await Site.OrderAsync(browser, Boiler, "Form.Valeur=19&Form.Fin=1h");
        Assert.Equal(Boiler + "#suivi", sent.Headers.Location?.ToString());
        Assert.Single(site.Orders.Sent);
    }

    [Fact]
    public async Task Sessions_AreListedAndEnded()
    {
        await using var site = new Site();
        using var phone = await site.BrowserOfAsync("technicien");
        using var desk = await site.BrowserOfAsync("technicien");
        using var tablet = await site.BrowserOfAsync("technicien");
        var page = await desk.GetStringAsync("/compte", Cancel);
        var ids = Ids().Matches(page).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(2, ids.Count);

        using var one = await Site.PostAsync(desk, "/compte", "/compte?handler=End", ("id", ids[0]));
        Assert.Equal(HttpStatusCode.Found, one.StatusCode);
        Assert.Equal(1, await OpenAsync(phone) + await OpenAsync(tablet));
        using var others = await Site.PostAsync(desk, "/compte", "/compte?handler=Others");
        Assert.Equal(0, await OpenAsync(phone) + await OpenAsync(tablet));
        Assert.Equal(1, await OpenAsync(desk));
        using var foreign = await site.BrowserOfAsync("energie");
        var mine = SessionBook.IdOf("x");
        using var refused = await Site.PostAsync(foreign, "/compte", "/compte?handler=End", ("id", mine));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("technicien", 8 * 60, "/chaufferies")]
    [InlineData("energie", 60, "/patrimoine")]
    [InlineData("admin", 15, "/admin/comptes")]
    public async Task Session_UnusedTooLong_IsOver(string who, int minutes, string page)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync(who);
        site.RealClock.Moved += TimeSpan.FromMinutes(minutes - 1);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page, Cancel)).StatusCode);
        site.RealClock.Moved += TimeSpan.FromMinutes(minutes + 1);
        using var over = await browser.GetAsync(page, Cancel);

        Assert.StartsWith("/connexion?retour=", over.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_UsedWithoutEnd_IsOverAfterTwelveHours()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        for (var hour = 0; hour < 11; hour++)
        {
            site.RealClock.Moved += TimeSpan.FromHours(1);
            Assert.Equal(1, await OpenAsync(browser));
        }

        site.RealClock.Moved += TimeSpan.FromHours(1.1);
        Assert.Equal(0, await OpenAsync(browser));
    }

    /// <summary>Fixation: signing in gives another key, and the one from before is dead.</summary>
    [Fact]
    public async Task SignIn_OverAnOpenSession_EndsIt()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var first = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password));
        var planted = Cookie(first);
        using var second = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password));
        Assert.NotEqual(planted, Cookie(second));

        using var thief = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chaufferies");
        request.Headers.Add("Cookie", planted);
        Assert.Equal(HttpStatusCode.Found, (await thief.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task SignOut_CookieKeptByAThief_OpensNothing()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var first = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password));
        var stolen = Cookie(first);
        using var gone = await Site.PostAsync(browser, "/compte", "/deconnexion");

        using var thief = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chaufferies");
        request.Headers.Add("Cookie", stolen);
        Assert.Equal(HttpStatusCode.Found, (await thief.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsAndObeysTheRule()
    {
        await using var site = new Site();
        using var phone = await site.BrowserOfAsync("technicien");
        using var desk = await site.BrowserOfAsync("technicien");
        Task<HttpResponseMessage> Change(string present, string next) =>
            Site.PostAsync(desk, "/compte/mot-de-passe", "/compte/mot-de-passe", ("MotDePasseActuel", present), ("MotDePasse", next));

        Assert.Contains("Mot de passe incorrect", await TextAsync(await Change("faux", "trois girafes sous la pluie")), StringComparison.Ordinal);
        Assert.Contains("au moins 14", await TextAsync(await Change(Site.Password, "court")), StringComparison.Ordinal);
        Assert.Contains("parmi les premiers", await TextAsync(await Change(Site.Password, "motdepasse2026!!")), StringComparison.Ordinal);
        using var done = await Change(Site.Password, "trois girafes sous la pluie");
        Assert.Equal("/compte?fait=mot-de-passe", done.Headers.Location?.ToString());
        Assert.Equal((0, 1), (await OpenAsync(phone), await OpenAsync(desk)));
    }

    private static async Task<int> OpenAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync("/chaufferies", Cancel);
        return answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
    }

    private static string Cookie(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-session=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<HttpResponseMessage> StepTwoAsync(HttpClient browser, string code)
    {
        using var asked = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password));
        var page = await asked.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Il reste le second facteur", Html.Text(page), StringComparison.Ordinal);
        return await Site.SendAsync(browser, "/connexion?handler=Code", Site.TokenOf(page), [("Jeton", Field(page, "Jeton")), ("Code", code)]);
    }

    /// <summary>Makes a code generator as a phone would: reads the key from the page, answers its code.</summary>
    internal static async Task<(byte[] Secret, IReadOnlyList<string> Recovery)> EnrolAsync(Site site, HttpClient browser)
    {
        var page = await browser.GetStringAsync("/compte/second-facteur", Cancel);
        var secret = FromBase32(Key().Match(page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal));
        var code = Totp.Code(secret, site.RealClock.GetUtcNow().ToUnixTimeSeconds() / Totp.StepSeconds);
        using var done = await Site.SendAsync(browser, "/compte/second-facteur?handler=Totp", Site.TokenOf(page), [("Jeton", Field(page, "Jeton")), ("Code", code)]);
        var codes = Recovery().Matches(await done.Content.ReadAsStringAsync(Cancel)).Select(match => match.Groups["code"].Value).ToList();
        Assert.NotEmpty(codes);
        return (secret, codes);
    }

    private static string Field(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    private static async Task<string> TextAsync(HttpResponseMessage answer) => Html.Text(await answer.Content.ReadAsStringAsync(Cancel));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(index => byte.Parse(bits.AsSpan(index * 8, 8), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex("<code>(?<key>[A-Z2-7 ]{32,})</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("<code>(?<code>[a-z0-9]{5}(-[a-z0-9]{5}){4})</code>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recovery();

    [GeneratedRegex("name=\"id\" value=\"(?<id>[0-9a-f]{64})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
