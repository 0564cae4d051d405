using Telemetry.Analytics.History;
using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Dashboard.Api;

/// <summary>How the centre is doing, in counts, for a machine that watches it.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/sante", Get);

    internal static IResult Get(IHistory history, ITownRegistry registry, IServiceProvider services, HttpContext context)
    {
        var town = registry.Current;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthView(
            history.Count(),
            town.Points.Count,
            town.Equipment.Count,
            town.Buildings.Count,
            town.Gateways.Count,
            town.Gateways.Count(one => one.Online),
            services.GetService<IHostSession>()?.IsConnected,
            services.GetService<IHostSession>()?.Refused));
    }
}
