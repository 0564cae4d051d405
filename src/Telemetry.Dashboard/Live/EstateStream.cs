using System.Net.ServerSentEvents;
using System.Reactive.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Telemetry.Analytics.Reports.Running;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Live;

/// <summary>The officer's live stream: each building's running day again when something of it changed.</summary>
internal static class EstateStream
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapEstateStream(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/direct/patrimoine", Get).RequireAuthorization(Rights.ReadEstate);

    internal static IResult Get(string? lang, IRunningDays days, IHostApplicationLifetime life, HttpContext context)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var language = lang == Language.English.Code ? Language.English : Language.French;
        return TypedResults.ServerSentEvents(Sessions.WhileOpenAsync(context, Follow(days, language, life.ApplicationStopping, context.RequestAborted), context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Follow(IRunningDays days, Language language, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        var pictures = Channel.CreateBounded<IReadOnlyList<RunningDay>>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var subscription = Listen(days, pictures.Writer);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await MoreAsync(pictures.Reader, ended.Token) is { } picture)
        {
            foreach (var view in picture.Select(day => DayView.Of(day, language)))
            {
                var text = JsonSerializer.Serialize(view, Json);
                if (!shown.TryGetValue(view.Id, out var before) || before != text)
                {
                    shown[view.Id] = text;
                    yield return new SseItem<string>(text, "day");
                }
            }
        }
    }

    private static IDisposable Listen(IRunningDays days, ChannelWriter<IReadOnlyList<RunningDay>> pictures) =>
        days.Changes.StartWith(days.Now()).Subscribe(picture => pictures.TryWrite(picture), _ => pictures.TryComplete(), () => pictures.TryComplete());

    // Null when the browser left or the stream ended.
    private static async Task<IReadOnlyList<RunningDay>?> MoreAsync(ChannelReader<IReadOnlyList<RunningDay>> pictures, CancellationToken ended)
    {
        try
        {
            return await pictures.ReadAsync(ended);
        }
        catch (Exception over) when (over is OperationCanceledException or ChannelClosedException)
        {
            return null;
        }
    }
}
