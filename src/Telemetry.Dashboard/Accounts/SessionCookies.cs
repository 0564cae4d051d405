using System.Net;

namespace Telemetry.Dashboard.Accounts;

/// <summary>The session's cookie, and where it can be kept.</summary>
/// <remarks>
/// It is Secure always. Browsers keep a Secure cookie from plain HTTP only where the address is loopback, as in a demonstration;
/// everywhere else signing in needs HTTPS. See <c>docs/decisions</c>.
/// </remarks>
internal static class SessionCookies
{
    /// <summary>The prefix makes browsers insist on Secure, on the whole site and on no other host.</summary>
    public const string Name = "__Host-session";

    /// <summary>That of a training centre: two centres of one host never read each other's.</summary>
    public const string TrainingName = "__Host-formation";

    /// <summary>Whether a browser can keep the cookie of this answer.</summary>
    public static bool CanBeKept(HttpContext context) => context.Request.IsHttps || IsPlainLoopback(context);

    /// <summary>Whether the browser brought a session, valid or not.</summary>
    public static bool IsPresent(HttpRequest request) => request.Cookies.ContainsKey(Name) || request.Cookies.ContainsKey(TrainingName);

    private static bool IsPlainLoopback(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));
}
