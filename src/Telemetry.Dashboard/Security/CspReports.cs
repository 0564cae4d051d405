namespace Telemetry.Dashboard.Security;

/// <summary>Takes the browsers' reports of blocked content: logged, bounded, never stored.</summary>
internal static partial class CspReports
{
    public const string Path = "/rapports/csp";
    private const int Longest = 8192;

    public static void MapCspReports(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ReceiveAsync).DisableAntiforgery().RequireRateLimiting(Limits.Reports);

    private static async Task<IResult> ReceiveAsync(HttpRequest request, ILoggerFactory loggers, CancellationToken cancel)
    {
        if (request.ContentLength is null or > Longest)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        using var reader = new StreamReader(request.Body);
        var report = await reader.ReadToEndAsync(cancel);
        Blocked(loggers.CreateLogger(typeof(CspReports)), report.ReplaceLineEndings(" "));
        return TypedResults.NoContent();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A browser reports blocked content: {Report}")]
    private static partial void Blocked(ILogger logger, string report);
}
