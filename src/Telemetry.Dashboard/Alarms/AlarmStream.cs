using System.Net.ServerSentEvents;
using System.Reactive.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Telemetry.Analytics.Alarms;
using Telemetry.Dashboard.Accounts;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Tells an open page that the list of alarms has changed, so that it fetches it again.</summary>
internal static class AlarmStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    public static void MapAlarmStream(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/direct/alarmes", Get).RequireAuthorization(Rights.ReadBoilers);

    internal static IResult Get(IAlarms alarms, IHostApplicationLifetime life, HttpContext context)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Follow(alarms, life.ApplicationStopping, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Follow(IAlarms alarms, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancel);
        // Room for one: what matters is that something changed.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var subscription = Listen(alarms, changes.Writer);
        yield return new SseItem<string>("", "pulse");
        while (true)
        {
            var changed = await ChangedAsync(changes.Reader, ended.Token);
            if (changed is null)
            {
                yield break;
            }

            yield return new SseItem<string>("", changed.Value ? "alarms" : "pulse");
        }
    }

    private static IDisposable Listen(IAlarms alarms, ChannelWriter<bool> changes) => alarms.News.Subscribe(_ => changes.TryWrite(true));

    // True for a change (a moment after it, for alarms come in flocks), false for a beat, null when the browser left.
    private static async Task<bool?> ChangedAsync(ChannelReader<bool> changes, CancellationToken ended)
    {
        try
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(ended);
            beat.CancelAfter(Beat);
            try
            {
                await changes.ReadAsync(beat.Token);
            }
            catch (OperationCanceledException) when (!ended.IsCancellationRequested)
            {
                return false;
            }

            await Task.Delay(Gather, TimeProvider.System, ended);
            return true;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
