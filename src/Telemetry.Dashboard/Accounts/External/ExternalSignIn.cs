using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Accounts.External;

/// <summary>Sign-in through an OpenID provider: ProConnect, Keycloak or another. Off unless <c>Telemetry:Oidc:Authority</c> is set.</summary>
internal sealed class ExternalSignIn(IConfiguration configuration)
{
    public const string Scheme = "oidc";
    public const string Path = "/connexion/externe";
    private const string Section = "Telemetry:Oidc:";

    public bool Offered => Value("Authority").Length > 0;

    /// <summary>What people call the provider.</summary>
    public string Label => Value("Label") is { Length: > 0 } label ? label : "OpenID";

    /// <summary>Levels of authentication (<c>acr</c>) that mean two factors.</summary>
    private string[] StrongLevels => Value("StrongAcr") is { Length: > 0 } words ? words.Split(' ') : ["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"];

    public void AddTo(AuthenticationBuilder authentication)
    {
        if (Offered)
        {
            authentication.AddOpenIdConnect(Scheme, Label, Configure);
        }
    }

    /// <summary>Sends the browser to the provider.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (Offered)
        {
            routes.MapGet(Path, (string? retour) => TypedResults.Challenge(
                new AuthenticationProperties { RedirectUri = retour is { Length: > 0 } && retour[0] == '/' && !retour.StartsWith("//", StringComparison.Ordinal) && !retour.Contains('\\') ? retour : "/compte" }, [Scheme]))
                .RequireRateLimiting(Security.Limits.SignIn);
        }
    }

    private string Value(string key) => configuration[Section + key] ?? "";

    private void Configure(OpenIdConnectOptions options)
    {
        var authority = new Uri(Value("Authority"));
        options.Authority = authority.ToString();
        options.RequireHttpsMetadata = !(authority.Host == "localhost" || (IPAddress.TryParse(authority.Host, out var address) && IPAddress.IsLoopback(address)));
        options.ClientId = Value("ClientId");
        options.ClientSecret = Value("ClientSecret");
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // ProConnect refuses any other, and Lax cookies come back with it
        options.UsePkce = !string.Equals(Value("Pkce"), "off", StringComparison.OrdinalIgnoreCase);
        options.DisableTelemetry = true;
        options.MapInboundClaims = false;
        options.CallbackPath = "/connexion/retour";
        options.SignedOutCallbackPath = "/connexion/sortie";
        options.TimeProvider = TimeProvider.System;
        options.Scope.Clear();
        foreach (var scope in (Value("Scope") is { Length: > 0 } scopes ? scopes : "openid").Split(' '))
        {
            options.Scope.Add(scope);
        }

        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            (cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SameSiteMode.Lax, CookieSecurePolicy.Always, true);
        }

        // The handler would throw these away: the issuer is half of the identity, and the level says whether there were two factors.
        options.ClaimActions.Remove("iss");
        options.ClaimActions.Remove("acr");
        options.Events.OnTicketReceived = ReceiveAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect("/connexion?externe=refus");
            return Task.CompletedTask;
        };
    }

    private async Task ReceiveAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, person) = (context.HttpContext, context.Principal!);
        var services = http.RequestServices;
        var subject = string.Join('|', new[] { person.FindFirstValue("idp_id"), person.FindFirstValue("sub") }.Where(one => !string.IsNullOrEmpty(one)));
        var label = person.FindFirstValue("email") ?? person.FindFirstValue("preferred_username") ?? person.FindFirstValue("name") ?? subject;
        var issuer = person.FindFirstValue("iss") ?? "";
        var (account, accepted) = await services.GetRequiredService<ExternalIdentities>().ComeAsync(
            new() { Issuer = issuer, Subject = subject, Label = label, SeenWith = await HereAsync(http) }, http.RequestAborted);
        if (account is null || !accepted || !account.IsOpen(services.GetRequiredService<RealClock>().Now))
        {
            services.GetRequiredService<IJournal>().Append(new()
            {
                Action = JournalActions.SessionRefused, By = new(account?.Name ?? Actor.Nobody, account?.Role.ToString() ?? "", Actor.Web),
                Object = account is null ? "" : issuer, Asked = Proofs.External, Outcome = "refused",
            });
            context.Response.Redirect("/connexion?externe=" + (account is null ? "attente" : accepted ? "refus" : "titulaire"));
            return;
        }

        var strong = StrongLevels.Contains(person.FindFirstValue("acr"), StringComparer.Ordinal);
        await Sessions.EnterAsync(http, account, strong ? Proofs.ExternalStrong : Proofs.External, issuer);
        context.Response.Redirect(context.ReturnUri is { Length: > 0 } back && back[0] == '/' ? back : "/compte");
    }

    // Whose session is open in this browser; the provider's answer comes before the session is looked at.
    private static async Task<int?> HereAsync(HttpContext http) =>
        (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal?.Identity?.Name is { } name
            ? (await http.RequestServices.GetRequiredService<AccountStore>().FindAsync(name, http.RequestAborted))?.Id
            : null;
}
