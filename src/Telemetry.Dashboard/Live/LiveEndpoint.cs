using System.Net.ServerSentEvents;
using System.Reactive.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Streams;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Live;

/// <summary>The technician's live stream: each boiler room again when something of it changed, and the clock every few seconds.</summary>
internal static class LiveEndpoint
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/direct", Get).RequireAuthorization(Rights.ReadBoilers);

    internal static IResult Get(
        string? lang, BoilerRooms rooms, ILiveValues live, IOrders orders, TimeProvider clock, IHostApplicationLifetime life, HttpContext context)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var language = lang == Language.English.Code ? Language.English : Language.French;
        return TypedResults.ServerSentEvents(Sessions.WhileOpenAsync(context, Follow(rooms, live, orders, clock, language, life.ApplicationStopping, context.RequestAborted), context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Follow(
        BoilerRooms rooms, ILiveValues live, IOrders orders, TimeProvider clock, Language language,
        CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        // Room for one: what matters is that something changed, the pictures are taken afterwards.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = Listen(live, orders, changes.Writer);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = "";
        while (!ended.IsCancellationRequested)
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(Pulse.Of(clock), Json), "pulse");
            var all = rooms.All();
            foreach (var view in Changed(all, language, shown))
            {
                yield return new SseItem<string>(view, "boiler");
            }

            var said = BoilerWords.Count(all.Select(room => BoilerSentence.Of(room.Facts, language).Urgency), language);
            if (said != counts)
            {
                counts = said;
                yield return new SseItem<string>(JsonSerializer.Serialize(said, Json), "counts");
            }

            if (!await NextAsync(changes.Reader, ended.Token))
            {
                yield break;
            }
        }
    }

    private static IDisposable Listen(ILiveValues live, IOrders orders, ChannelWriter<bool> changes) =>
        Observable.Merge(live.Samples.Select(_ => true), orders.Reports.Select(_ => true))
            .Subscribe(_ => changes.TryWrite(true), _ => changes.TryComplete(), () => changes.TryComplete());

    private static List<string> Changed(IReadOnlyList<BoilerRoom> rooms, Language language, Dictionary<string, string> shown)
    {
        var changed = new List<string>();
        foreach (var room in rooms)
        {
            var view = JsonSerializer.Serialize(BoilerView.Of(room, language), Json);
            if (!shown.TryGetValue(room.Key, out var before) || before != view)
            {
                shown[room.Key] = view;
                changed.Add(view);
            }
        }

        return changed;
    }

    // Until something changed (then a moment more, for values come in flocks) or the next beat; false when the browser left.
    private static async Task<bool> NextAsync(ChannelReader<bool> changes, CancellationToken ended)
    {
        try
        {
            await Task.Delay(Gather, TimeProvider.System, ended);
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(ended);
            beat.CancelAfter(Beat);
            try
            {
                await changes.ReadAsync(beat.Token);
            }
            catch (ChannelClosedException)
            {
                return false;
            }
            catch (OperationCanceledException) when (!ended.IsCancellationRequested)
            {
                return true;
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
