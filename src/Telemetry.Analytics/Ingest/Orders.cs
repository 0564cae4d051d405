using System.Collections.Concurrent;
using System.Reactive.Linq;
using System.Reactive.Subjects;
using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

#pragma warning disable RS0030 // The adapter between calls (pages, ingest thread, timer) and observers: nothing else can feed a hot stream.

namespace Telemetry.Analytics.Ingest;

/// <summary>Sends orders, keeps their stories, and says when nobody answered.</summary>
internal sealed class Orders(
    OrderBook book, TownRegistry registry, IHostSession session, TimeProvider clock, ILogger<Orders> log) : IOrders, IDisposable
{
    private readonly Subject<OrderReport> _told = new();
    private readonly Lock _telling = new();
    private readonly ConcurrentDictionary<Guid, Order> _waiting = new(
        book.Unanswered().Select(order => KeyValuePair.Create(order.Id, order)));

    /// <inheritdoc />
    public IObservable<OrderReport> Reports => _told.AsObservable();

    /// <inheritdoc />
    public OrderReport Send(Order order) => Send(order, OrderWire.Command(order));

    /// <summary>Sends an order whose command says more than a value.</summary>
    internal OrderReport Send(Order order, Metric command)
    {
        ArgumentNullException.ThrowIfNull(order);
        var requested = new OrderReport { Order = order.Id, State = OrderState.Requested, At = order.RequestedAt };
        var first = Objection(order) is { } why ? Refused(order, why) : requested;
        if (!book.Open(order, first))
        {
            return book.Find(order.Id)!.Reports[0];
        }

        Tell(first);
        if (first.State == OrderState.Refused)
        {
            return first;
        }

        _waiting[order.Id] = order;
        var at = order.Point.Equipment;
        if (session.Command(at.Municipality, at.Gateway, at.Device, [command]))
        {
            return first;
        }

        log.LogWarning("Order {Order} was not sent: the link to the broker is down", order.Id);
        var refused = Refused(order, Refusal.GatewayOffline);
        _waiting.TryRemove(order.Id, out _);
        book.Add(refused, fromCentre: true);
        Tell(refused);
        return refused;
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderStory> For(EquipmentId equipment, int most) => book.For(equipment, most);

    /// <inheritdoc />
    public OrderStory? Find(Guid order) => book.Find(order);

    /// <summary>Keeps what a gateway told; told twice, it is one step.</summary>
    internal void Heard(OrderReport report)
    {
        _waiting.TryRemove(report.Order, out _);
        if (book.Add(report, fromCentre: false))
        {
            Tell(report);
        }
    }

    /// <summary>Declares expired what nobody answered in time.</summary>
    internal void ExpireUnanswered()
    {
        var now = clock.GetUtcNow();
        foreach (var order in _waiting.Values.Where(order => order.ExpiresAt <= now))
        {
            _waiting.TryRemove(order.Id, out _);
            var expired = new OrderReport { Order = order.Id, State = OrderState.Expired, At = order.ExpiresAt, Refusal = Refusal.Late };
            if (book.Add(expired, fromCentre: true))
            {
                Tell(expired);
            }
        }
    }

    public void Dispose() => _told.Dispose();

    private Refusal? Objection(Order order)
    {
        if (order.Kind is OrderKind.Override or OrderKind.Force && !double.IsFinite(order.Value))
        {
            return Refusal.NotANumber;
        }

        return registry.IsOnline(order.Point.Equipment.Municipality, order.Point.Equipment.Gateway) ? null : Refusal.GatewayOffline;
    }

    private OrderReport Refused(Order order, Refusal why) =>
        new() { Order = order.Id, State = OrderState.Refused, At = clock.GetUtcNow(), Refusal = why };

    private void Tell(OrderReport report)
    {
        lock (_telling)
        {
            _told.OnNext(report);
        }
    }
}
