using Microsoft.AspNetCore.Diagnostics;

namespace Telemetry.Dashboard.Security;

/// <summary>Refuses a form that another site sends, before anything reads it; the antiforgery token is the second lock.</summary>
internal static class SameOrigin
{
    /// <summary>Answers 400 to a POST that a browser says came from elsewhere.</summary>
    public static void UseSameOriginForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The page that says why is the same request run again: it must get through.
        if (HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && !context.Request.Path.StartsWithSegments(CspReports.Path, StringComparison.Ordinal) && !IsOurs(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next();
    });

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
