using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Telemetry.Dashboard.Security;

/// <summary>Public pages carry a validator: a browser that has the page already gets 304 and no body.</summary>
internal static class PublicCache
{
    /// <summary>For how long a public page may be shown without asking again.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    /// <summary>Adds the validator to public answers of nobody in particular.</summary>
    public static void UsePublicCache(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.User.Identity is { IsAuthenticated: true }
            || context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            await next();
            return;
        }

        await AnswerAsync(context, next);
    });

    private static async Task AnswerAsync(HttpContext context, Func<Task> next)
    {
        var body = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next();
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && Validated(context, held))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentLength = null;
            return;
        }

        held.Position = 0;
        await held.CopyToAsync(body, context.RequestAborted);
    }

    private static bool Validated(HttpContext context, MemoryStream held)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(held.GetBuffer().AsSpan(0, (int)held.Length)).AsSpan(0, 12))}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=5";
        context.Response.Headers.Vary = "Cookie, Accept-Encoding";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(one => one.Compare(tag, useStrongComparison: false));
    }
}
