using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Live;

/// <summary>The technician's live stream: each boiler room again when something of it changed, and the clock every few seconds.</summary>
internal static class LiveEndpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/direct", Get).RequireAuthorization(Rights.ReadBoilers);

    internal static IResult Get(
        string? lang, BoilerRooms rooms, ITownRegistry registry, ILiveValues live, IOrders orders, TimeProvider clock, IHostApplicationLifetime life, HttpContext context)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var language = lang == Language.English.Code ? Language.English : Language.French;
        return TypedResults.ServerSentEvents(Sessions.WhileOpenAsync(context, Follow(rooms, () => new RoomChanges(registry, live, orders), clock, language, life.ApplicationStopping, context.RequestAborted), context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Follow(
        BoilerRooms rooms, Func<RoomChanges> listen, TimeProvider clock, Language language,
        CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        using var changes = listen();
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        var urgencies = new Dictionary<string, Urgency>(StringComparer.Ordinal);
        var counts = "";
        for (IReadOnlySet<EquipmentId>? news = null; ;)
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(Pulse.Of(clock), Json), "pulse");
            var pictured = news is null ? rooms.All() : rooms.Of(news);
            foreach (var view in Changed(pictured, language, shown))
            {
                yield return new SseItem<string>(view, "boiler");
            }

            if (news is null)
            {
                urgencies.Clear();
            }

            foreach (var room in pictured)
            {
                urgencies[room.Key] = BoilerSentence.Of(room.Facts, language).Urgency;
            }

            var said = BoilerWords.Count(urgencies.Values, language);
            if (said != counts)
            {
                counts = said;
                yield return new SseItem<string>(JsonSerializer.Serialize(said, Json), "counts");
            }

            if (await NextAsync(changes, ended.Token) is not (true, var next))
            {
                yield break;
            }

            news = next;
        }
    }

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

    // False when the browser left or the centre stops.
    private static async Task<(bool Goes, IReadOnlySet<EquipmentId>? News)> NextAsync(RoomChanges changes, CancellationToken ended)
    {
        try
        {
            return (true, await changes.NextAsync(ended));
        }
        catch (Exception over) when (over is OperationCanceledException or ChannelClosedException)
        {
            return (false, null);
        }
    }
}
