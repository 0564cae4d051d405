using System.Buffers.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>A browser asks to be told, or to be told no more.</summary>
internal static class PushEndpoint
{
    private const int LongestAddress = 1024;

    public static void MapPush(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/alarmes/appareil", PostAsync).RequireAuthorization(Rights.ReadBoilers).RequireRateLimiting(Limits.Orders);
        routes.MapDelete("/alarmes/appareil", DeleteAsync).RequireAuthorization(Rights.ReadBoilers);
    }

    internal static async Task<Results<NoContent, BadRequest<string>>> PostAsync(
        PushRequest request, ISubscriptions subscriptions, ChannelSettings settings, IAntiforgery forgery, HttpContext context)
    {
        if (!await forgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest("forgery");
        }

        if (request.Endpoint is not { Length: > 0 and <= LongestAddress } address || !settings.IsPushAddress(address))
        {
            return TypedResults.BadRequest("endpoint: not a push service this server posts to");
        }

        if (!IsKey(request.Keys?.P256dh, 65) || !IsKey(request.Keys?.Auth, 16))
        {
            return TypedResults.BadRequest("keys: p256dh wants 65 bytes and auth 16, in base64url");
        }

        subscriptions.Put(new Subscription(address, context.User.Identity!.Name!, request.Keys!.P256dh!, request.Keys.Auth!));
        return TypedResults.NoContent();
    }

    internal static async Task<Results<NoContent, BadRequest<string>>> DeleteAsync(
        [Microsoft.AspNetCore.Mvc.FromBody] PushRequest request, ISubscriptions subscriptions, IAntiforgery forgery, HttpContext context)
    {
        if (!await forgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest("forgery");
        }

        var name = context.User.Identity!.Name!;
        if (request.Endpoint is { } address && subscriptions.Of(name).Any(one => one.Endpoint == address))
        {
            subscriptions.Remove(address);
        }

        return TypedResults.NoContent();
    }

    private static bool IsKey(string? text, int bytes) =>
        text is { Length: > 0 and < 120 } && Base64Url.IsValid(text, out var length) && length == bytes;
}
