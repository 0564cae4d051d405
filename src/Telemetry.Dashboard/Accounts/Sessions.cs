using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Sessions: one cookie, ended by time, by sign-out, or when the account is shut.</summary>
internal static class Sessions
{
    private const string StampClaim = "stamp";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Sets the cookie as the security reference wants it.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookies.Name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.TimeProvider = TimeProvider.System; // a session lasts its hours even where the town's clock runs faster
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = ToSignIn;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>Opens a session for the account.</summary>
    public static Task OpenAsync(HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, account.Role.ToString()), new(StampClaim, account.Stamp)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties();
        properties.SetString("opened", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return context.SignInAsync(new ClaimsPrincipal(identity), properties);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<AccountStore>();
        var (name, stamp) = (context.Principal?.Identity?.Name, context.Principal?.FindFirstValue(StampClaim));
        var young = long.TryParse(context.Properties.GetString("opened"), CultureInfo.InvariantCulture, out var opened)
            && TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(opened) < Longest;
        if (!young || name is null || stamp is null || !await store.IsWelcomeAsync(name, stamp, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }

    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/direct", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path.ToString();
        var query = QueryString.Create("retour", back);
        if (SessionCookies.IsPresent(request))
        {
            query = query.Add("expiree", "1");
        }

        context.Response.Redirect(Wording.Language.Of(request.Path).Link("/connexion") + query);
        return Task.CompletedTask;
    }
}
