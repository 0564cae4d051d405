using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Telemetry.Dashboard.Security;

/// <summary>How often one may try: sign-in by address, orders by person. Reading is never limited.</summary>
internal static class Limits
{
    public const string SignIn = "sign-in";
    public const string Orders = "orders";
    public const string Reports = "reports";

    public static void AddTo(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => PerMinute(context, Address(context), 20));
        options.AddPolicy(Orders, context => PerMinute(context, context.User.Identity?.Name ?? Address(context), 30));
        options.AddPolicy(Reports, context => PerMinute(context, Address(context), 10));
    }

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(HttpContext context, string who, int times) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("reading");
}
