using Telemetry.Analytics.Reports;

namespace Telemetry.Dashboard.Api;

/// <summary>The town's figures for anybody's program: unit, period, coverage, factors, licence.</summary>
internal static class FiguresEndpoint
{
    public static void MapFigures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/figures", Get).CacheOutput(policy => policy.Expire(TimeSpan.FromSeconds(5)));

    internal static IResult Get(IFigures figures, TimeProvider clock, HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(TownView.Of(figures.Town(), clock.GetUtcNow()));
    }
}
