using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
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
        await using var site = new Site { Settings = { ["Telemetry:Oidc:Authority"] = "https://fia.example", ["Telemetry:Oidc:ClientId"] = "telemetry" } };
        await using var scope = site.Services.CreateAsyncScope();
        var identities = scope.ServiceProvider.GetRequiredService<ExternalIdentities>();
        await identities.ComeAsync("https://fia.example", "idp|42", "lea", Cancel);
        await identities.TieAsync(1, 3, tied: true, Cancel);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(ExternalSignIn.Scheme);
        Assert.DoesNotContain(options.ClaimActions, action => action.ClaimType is "acr" or "iss");

        var person = new ClaimsIdentity([new("iss", "https://fia.example"), new("idp_id", "idp"), new("sub", "42"), .. acr is null ? Array.Empty<Claim>() : [new("acr", acr)]], "oidc");
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(person), ExternalSignIn.Scheme);
        await options.Events.OnTicketReceived(new TicketReceivedContext(http, new AuthenticationScheme(ExternalSignIn.Scheme, null, typeof(OpenIdConnectHandler)), options, ticket));

        var account = await scope.ServiceProvider.GetRequiredService<AccountStore>().FindAsync(3, Cancel);
        Assert.Equal(method, Assert.Single(await scope.ServiceProvider.GetRequiredService<SessionBook>().OfAsync(account!, Cancel)).Method);
        Assert.Equal("/compte", http.Response.Headers.Location.ToString());
    }
}
