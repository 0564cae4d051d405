using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Names the session's cookie: <c>__Host-session</c>, Secure, always; except over plain HTTP to loopback.</summary>
/// <remarks>
/// No browser is bound to keep a Secure cookie that came over plain HTTP, and some drop it even from loopback, where a demonstration
/// runs. There, and only there, the cookie is <c>session-loopback</c> without Secure. See <c>docs/decisions</c>.
/// </remarks>
internal sealed class SessionCookies : ICookieManager
{
    public const string SecureName = "__Host-session";
    public const string LoopbackName = "session-loopback";
    private readonly ChunkingCookieManager _inner = new();

    /// <summary>Whether the request came over plain HTTP from this very machine.</summary>
    public static bool IsPlainLoopback(HttpContext context) =>
        !context.Request.IsHttps
        && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));

    /// <summary>Whether the browser brought a session, valid or not.</summary>
    public static bool IsPresent(HttpRequest request) => request.Cookies.ContainsKey(Name(request.HttpContext));

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context), value, For(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _inner.DeleteCookie(context, Name(context), For(context, options));

    private static string Name(HttpContext context) => IsPlainLoopback(context) ? LoopbackName : SecureName;

    private static CookieOptions For(HttpContext context, CookieOptions options) =>
        IsPlainLoopback(context) ? new CookieOptions(options) { Secure = false } : options;
}
