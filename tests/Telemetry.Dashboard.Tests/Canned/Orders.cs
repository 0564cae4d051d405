using System.Diagnostics.CodeAnalysis;
using System.Reactive.Subjects;
using Telemetry.Analytics.Ingest;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>Orders that a test answers as a gateway would.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The test plays the part of the adapter that owns the stream.")]
internal sealed class Orders(Noon clock, Valmont town) : IOrders, IDisposable
{
    private readonly Subject<OrderReport> _reports = new();
    private readonly List<OrderStory> _stories = [];

    private Orders(Noon clock, Valmont town, List<OrderStory> stories)
        : this(clock, town) => _stories = stories;

    public IObservable<OrderReport> Reports => _reports;

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<Order> Sent
    {
        get
        {
            lock (_stories)
            {
                return [.. _stories.Select(story => story.Order)];
            }
        }
    }

    /// <summary>The orders after a restart of the centre: the book is the same, whoever listened is gone.</summary>
    public Orders Restarted() => new(clock, town, _stories);

    public OrderReport Send(Order order)
    {
        var offline = town.Offline.Contains(order.Point.Equipment.Gateway);
        var first = new OrderReport
        {
            Order = order.Id, At = clock.Now,
            State = offline ? OrderState.Refused : OrderState.Requested,
            Refusal = offline ? Refusal.GatewayOffline : Refusal.None,
        };
        lock (_stories)
        {
            _stories.Add(new(order, [first]));
        }

        return first;
    }

    /// <summary>The gateway reports on the last order.</summary>
    public void Report(OrderState state, double? readBack = null, Refusal refusal = Refusal.None, double? limit = null)
    {
        OrderReport report;
        lock (_stories)
        {
            var last = _stories[^1];
            report = new() { Order = last.Order.Id, State = state, At = clock.Now, ReadBack = readBack, Refusal = refusal, Limit = limit };
            _stories[^1] = last with { Reports = [.. last.Reports, report] };
        }

        _reports.OnNext(report);
    }

    public IReadOnlyList<OrderStory> For(EquipmentId equipment, int most)
    {
        lock (_stories)
        {
            return [.. _stories.Where(story => story.Order.Point.Equipment == equipment).Reverse().Take(most)];
        }
    }

    public OrderStory? Find(Guid order)
    {
        lock (_stories)
        {
            return _stories.Find(story => story.Order.Id == order);
        }
    }

    public void Dispose() => _reports.Dispose();
}
