using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests;

/// <summary>Headers, cookies, rights and forms.</summary>
public sealed class SecurityTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/connexion")]
    [InlineData("/nulle-part")]
    [InlineData("/site.css")]
    [InlineData("/sante")]
    public async Task Get_AnyAnswer_CarriesTheStrictHeaders(string path)
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(path, Cancel);

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'none'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; report-to csp",
            Header(answer, "Content-Security-Policy"));
        Assert.Equal("csp=\"/rapports/csp\"", Header(answer, "Reporting-Endpoints"));
        Assert.Equal("max-age=63072000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal(
            "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self), screen-wake-lock=(self), fullscreen=(self)",
            Header(answer, "Permissions-Policy"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_OverPlainHttp_HasNoStrictTransport()
    {
        await using var site = new Site();
        using var browser = site.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new("http://localhost") });
        using var answer = await browser.GetAsync("/", Cancel);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en")]
    [InlineData("/batiments/mairie")]
    [InlineData("/calcul/energie-jour")]
    [InlineData("/accessibilite")]
    [InlineData("/api/figures")]
    public async Task Get_PublicPage_SetsNoCookie(string path)
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("public", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PublicPageAgain_AnswersNotModified()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var first = await browser.GetAsync("/", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await browser.SendAsync(again, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task SignIn_OverHttps_SetsTheHostCookie()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var answer = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), one => one.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.EndsWith("; path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal("/chaufferies", answer.Headers.Location?.ToString());
        Assert.Equal("private, no-cache", Header(await browser.GetAsync("/chaufferies", Cancel), "Cache-Control"));
    }

    [Fact]
    public async Task SignOut_ClearsTheBrowser()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        using var answer = await Site.PostAsync(browser, "/deconnexion", "/deconnexion");

        Assert.Equal("\"cache\", \"cookies\", \"storage\"", Header(answer, "Clear-Site-Data"));
        using var after = await browser.GetAsync("/chaufferies", Cancel);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task SignIn_ManyWrongPasswords_MakesEvenTheRightOneWait()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "maire"), ("MotDePasse", "faux"));
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        using var right = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "maire"), ("MotDePasse", Site.Password));

        Assert.Contains("Trop d'essais", Html.Text(await right.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithForeignReturn_StaysHere()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var answer = await Site.PostAsync(
            browser, "/connexion", "/connexion", ("Nom", "energie"), ("MotDePasse", Site.Password), ("Retour", "https://ailleurs.example/"));

        Assert.Equal("/patrimoine", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/chaufferies", "technicien,energie,admin")]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien,energie,admin")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/relire", "technicien")]
    [InlineData("/passerelles", "technicien,energie,admin")]
    [InlineData("/patrimoine", "maire,energie,admin")]
    [InlineData("/patrimoine/actions", "maire,energie,admin")]
    [InlineData("/rapports", "maire,energie,admin")]
    [InlineData("/parc", "maire,energie,technicien,admin")]
    [InlineData("/admin/comptes", "admin")]
    [InlineData("/admin/journal", "admin")]
    [InlineData("/admin/comptes/1", "admin")]
    [InlineData("/compte", "maire,energie,technicien,admin")]
    [InlineData("/compte/mot-de-passe", "maire,energie,technicien,admin")]
    [InlineData("/compte/second-facteur", "maire,energie,technicien,admin")]
    [InlineData("/confirmer", "maire,energie,technicien,admin")]
    public async Task Get_EachRole_OpensWhatItMay(string path, string welcome)
    {
        await using var site = new Site();
        using var nobody = site.Browser();
        using var sent = await nobody.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.StartsWith("/connexion?retour=", sent.Headers.Location?.ToString(), StringComparison.Ordinal);

        foreach (var who in new[] { "maire", "energie", "technicien", "admin" })
        {
            using var browser = await site.BrowserOfAsync(who);
            using var answer = await browser.GetAsync("/en" + path, Cancel);
            var expected = welcome.Split(',').Contains(who) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.True(expected == answer.StatusCode, $"{who} at {path}");
            if (expected == HttpStatusCode.Forbidden)
            {
                Assert.Contains("Access not allowed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Post_ReleaseByAnOfficer_IsForbidden()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("energie");
        using var answer = await Site.PostAsync(browser, "/chaufferies/gw-ecole/chaufferie", "/chaufferies/gw-ecole/chaufferie");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(site.Orders.Sent);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefusedAsForged()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        using var form = new FormUrlEncodedContent([new("Form.Valeur", "20"), new("Form.Fin", "1h"), new("Form.Motif", "x")]);
        using var answer = await browser.PostAsync("/chaufferies/gw-ecole/chaufferie/relire", form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Formulaire refusé", Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://ailleurs.example")]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value)
    {
        await using var site = new Site();
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add(header, value);
        using var answer = await Site.PostAsync(browser, "/en/connexion", "/en/connexion", ("Nom", "maire"), ("MotDePasse", Site.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Form refused", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithADeadSession_SaysItExpired()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chaufferies");
        request.Headers.Add("Cookie", "__Host-session=dead");
        using var answer = await browser.SendAsync(request, Cancel);
        var page = await browser.GetStringAsync(answer.Headers.Location, Cancel);

        Assert.Contains("Votre session a expiré", Html.Text(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nulle-part", "Page introuvable")]
    [InlineData("/en/nowhere", "Page not found")]
    [InlineData("/batiments/inconnu", "Page introuvable")]
    [InlineData("/erreur/500", "Page introuvable")]
    public async Task Get_UnknownPage_SaysSo(string path, string title)
    {
        await using var site = new Site();
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(title, Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "Erreur du serveur")]
    [InlineData("/en", "Server error")]
    public async Task Get_WhenTheServerFails_SaysSoWithoutDetails(string path, string title)
    {
        await using var site = new Site();
        site.Figures.Broken = true;
        using var browser = site.Browser();
        using var answer = await browser.GetAsync(path, Cancel);
        var text = Html.Text(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.DoesNotContain("on purpose", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_AnAccount_EndsItsOpenSession()
    {
        await using var site = new Site();
        using var technician = await site.BrowserOfAsync("technicien");
        using var admin = await site.BrowserOfAsync("admin");
        Assert.Equal(HttpStatusCode.OK, (await technician.GetAsync("/chaufferies", Cancel)).StatusCode);

        using var done = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes/3?handler=Switch", ("disabled", "true"));

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await technician.GetAsync("/chaufferies", Cancel)).StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.NonValidated[name].ToString();
}
