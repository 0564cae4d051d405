using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Accounts;

/// <summary>What a provider's word on the strength of its own check is worth here.</summary>
public sealed class ExternalLevelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("eidas2", Proofs.ExternalStrong)]
    [InlineData("eidas1-mfa", Proofs.ExternalStrong)]
    [InlineData("eidas1", Proofs.External)]
    [InlineData(null, Proofs.External)]
    public async Task Ticket_Level_DecidesWhetherOurOwnFactorIsAsked(string? acr, string method)
    {
        await using var site = Offering();
        await using var scope = site.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ExternalSignIn.Scheme);
        Assert.DoesNotContain(options.ClaimActions, action => action.ClaimType is "acr" or "iss");
        await TieAsync(site, 3, accepted: true);

        var http = await ReceiveAsync(site, acr);

        var account = await scope.ServiceProvider.GetRequiredService<AccountStore>().FindAsync(3, Cancel);
        Assert.Equal(method, Assert.Single(await scope.ServiceProvider.GetRequiredService<SessionBook>().OfAsync(account!, Cancel)).Method);
        Assert.Equal("/compte", http.Response.Headers.Location.ToString());
    }

    [Fact]
    public async Task Ticket_OfAnAccountWhoseOwnerHasNotAccepted_OpensNothing_AndOnlyTheOwnersOwnProofAccepts()
    {
        await using var site = Offering();
        await using var scope = site.Services.CreateAsyncScope();
        await TieAsync(site, 3, accepted: false);
        var refused = await ReceiveAsync(site, "eidas2");
        Assert.Equal("/connexion?externe=titulaire", refused.Response.Headers.Location.ToString());
        Assert.Equal(0, refused.Response.Headers.SetCookie.Count);
        Assert.Equal("technicien", Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new() { Action = "session.refused" })).By.Name);

        // A second identity, which whoever came by the first would accept.
        await TieAsync(site, 3, accepted: true);
        await TieAsync(site, 3, accepted: false, "43");
        var entered = await ReceiveAsync(site, "eidas2");
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", entered.Response.Headers.SetCookie.Single()!.Split(';')[0]);
        Assert.Contains("connectez-vous par votre mot de passe", Html.Text(await browser.GetStringAsync("/compte", Cancel)), StringComparison.Ordinal);
        using var accepted = await Site.PostAsync(browser, "/compte", "/compte?handler=Accept", ("identity", "2"));
        Assert.Equal(HttpStatusCode.Forbidden, accepted.StatusCode);
    }

    /// <summary>No page ties one to it; a file from before may hold one.</summary>
    [Fact]
    public async Task Ticket_OfTheBreakGlassAccount_IsAsLoudAsItsPassword()
    {
        await using var site = Offering();
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal(0, await AccountCommand.RunAsync(["seal", "secours"], site.Services, TextReader.Null, TextWriter.Null, TextWriter.Null));
        var secours = (await scope.ServiceProvider.GetRequiredService<AccountStore>().FindAsync("secours", Cancel))!;
        await TieAsync(site, secours.Id, accepted: true);

        await ReceiveAsync(site, "eidas2");

        var line = Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new() { Action = "seal.broken" }));
        Assert.Equal(("secours", Proofs.ExternalStrong, "https://fia.example"), (line.By.Name, line.Asked, line.Object));
        Assert.Equal("secours", Assert.Single(site.Services.GetRequiredService<Announcements>().Now().Unsealed).Name);
    }

    [Fact]
    public async Task Ticket_InABrowserWithASession_IsRememberedAsThatPersons()
    {
        await using var site = Offering();
        await using var scope = site.Services.CreateAsyncScope();
        using var browser = site.Browser();
        using var entered = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "admin"), ("MotDePasse", Site.Password));
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("__Host-session=", StringComparison.Ordinal)).Split(';')[0];

        await ReceiveAsync(site, null, cookie);

        Assert.Equal(4, Assert.Single(await scope.ServiceProvider.GetRequiredService<ExternalIdentities>().ForAsync(3, andWaiting: true, Cancel)).SeenWith);
    }

    private static Site Offering() => new() { Settings = { ["Telemetry:Oidc:Authority"] = "https://fia.example", ["Telemetry:Oidc:ClientId"] = "telemetry" } };

    private static async Task TieAsync(Site site, int account, bool accepted, string subject = "42")
    {
        await using var context = await site.Services.GetRequiredService<IDbContextFactory<AccountsContext>>().CreateDbContextAsync(Cancel);
        var key = "idp|" + subject;
        await context.ExternalIdentities.Where(one => one.Subject == key).ExecuteDeleteAsync(Cancel);
        context.ExternalIdentities.Add(new() { Issuer = "https://fia.example", Subject = key, Label = "lea", AccountId = account, TiedAt = 1, TiedBy = "admin", AcceptedAt = accepted ? 1 : 0 });
        await context.SaveChangesAsync(Cancel);
    }

    private static async Task<DefaultHttpContext> ReceiveAsync(Site site, string? acr, string? cookie = null)
    {
        // Each request has its own: the handler of cookies remembers whose it is.
        await using var request = site.Services.CreateAsyncScope();
        var services = request.ServiceProvider;
        var options = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ExternalSignIn.Scheme);
        var person = new ClaimsIdentity([new("iss", "https://fia.example"), new("idp_id", "idp"), new("sub", "42"), .. acr is null ? Array.Empty<Claim>() : [new("acr", acr)]], "oidc");
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Scheme = "https";
        http.Request.Headers.Cookie = cookie;
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(person), ExternalSignIn.Scheme);
        await options.Events.OnTicketReceived(new TicketReceivedContext(http, new AuthenticationScheme(ExternalSignIn.Scheme, null, typeof(OpenIdConnectHandler)), options, ticket));
        return http;
    }
}
