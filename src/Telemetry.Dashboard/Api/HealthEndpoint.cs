using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;

namespace Telemetry.Dashboard.Api;

/// <summary>How the centre is doing, in counts, for a machine that watches it.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) => routes.MapGet("/sante", Get);

    internal static IResult Get(IIngestFacts intake, ITownRegistry registry, HttpContext context)
    {
        var (town, facts) = (registry.Current, intake.Now);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new HealthView(
            facts.SamplesStored,
            town.Points.Count,
            town.Equipment.Count,
            town.Buildings.Count,
            town.Gateways.Count,
            town.Gateways.Count(one => one.Online),
            facts.Connected,
            facts.QueueDepth,
            facts.QueueRefused,
            facts.Refused,
            facts.StoreFailures));
    }
}
