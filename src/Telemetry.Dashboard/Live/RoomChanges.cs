using System.Reactive.Disposables;
using System.Threading.Channels;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Live;

/// <summary>Which equipment has news since one reader last asked: values wait for each other, a step of an order waits for nobody.</summary>
internal sealed class RoomChanges : IDisposable
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private readonly ITownRegistry _registry;
    private readonly IOrders _orders;
    private readonly Lock _gate = new();
    private readonly Channel<bool> _values = OneWaiting();
    private readonly Channel<bool> _steps = OneWaiting();
    private readonly CompositeDisposable _subscriptions;
    private HashSet<EquipmentId> _news = [];
    private HashSet<Guid> _told = [];
    private Dictionary<(string, string), GatewayLink> _links = [];

    public RoomChanges(ITownRegistry registry, ILiveValues live, IOrders orders)
    {
        (_registry, _orders) = (registry, orders);
        _subscriptions = new CompositeDisposable(
            live.Samples.Subscribe(sample => Note(_values, () => _news.Add(sample.Point.Equipment)), End, () => End(null)),
            orders.Reports.Subscribe(report => Note(_steps, () => _told.Add(report.Order)), End, () => End(null)));
        Gateways();
    }

    /// <summary>Waits for news, but no longer than the beat.</summary>
    /// <returns>What has changed; null for « look at everything », when nothing did for a beat.</returns>
    /// <exception cref="OperationCanceledException">The reader left.</exception>
    /// <exception cref="ChannelClosedException">There will be no more news.</exception>
    public async Task<IReadOnlySet<EquipmentId>?> NextAsync(CancellationToken cancel)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        beat.CancelAfter(Beat);
        try
        {
            var step = _steps.Reader.WaitToReadAsync(beat.Token).AsTask();
            var gathered = Task.Delay(Gather, TimeProvider.System, beat.Token);
            if (await Task.WhenAny(gathered, step) == gathered)
            {
                await Task.WhenAny(step, _values.Reader.WaitToReadAsync(beat.Token).AsTask()).Unwrap();
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Take();
            return null;
        }
        finally
        {
            await beat.CancelAsync();
        }

        cancel.ThrowIfCancellationRequested();
        return Take();
    }

    public void Dispose() => _subscriptions.Dispose();

    private static Channel<bool> OneWaiting() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private void Note(Channel<bool> channel, Action note)
    {
        lock (_gate)
        {
            note();
        }

        channel.Writer.TryWrite(true);
    }

    private void End(Exception? why)
    {
        _values.Writer.TryComplete(why);
        _steps.Writer.TryComplete(why);
    }

    private HashSet<EquipmentId> Take()
    {
        if (_values.Reader.Completion.IsCompleted)
        {
            throw new ChannelClosedException();
        }

        // The signals first: news that comes in between is told twice rather than not at all.
        _values.Reader.TryRead(out _);
        _steps.Reader.TryRead(out _);
        HashSet<EquipmentId> news;
        HashSet<Guid> told;
        lock (_gate)
        {
            (news, _news, told, _told) = (_news, [], _told, []);
        }

        news.UnionWith(told.Select(order => _orders.Find(order)).OfType<OrderStory>().Select(story => story.Order.Point.Equipment));
        news.UnionWith(Gateways());
        return news;
    }

    // What hangs on a gateway that came or went has news, though it says nothing itself.
    private List<EquipmentId> Gateways()
    {
        var town = _registry.Current;
        var links = town.Gateways.ToDictionary(link => (link.Municipality, link.Gateway));
        var turned = links.Where(link => !_links.TryGetValue(link.Key, out var before) || before.Online != link.Value.Online).Select(link => link.Key).ToHashSet();
        _links = links;
        return turned.Count == 0 ? [] : [.. town.Equipment.Select(one => one.Id).Where(id => turned.Contains((id.Municipality, id.Gateway)))];
    }
}
