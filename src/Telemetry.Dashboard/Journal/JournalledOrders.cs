using Telemetry.Analytics.Ingest;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Journal;

/// <summary>Stands before the orders, so that no page can send one that the journal does not know. An order that cannot be journalled is not sent.</summary>
internal sealed class JournalledOrders(IOrders orders, OrderScribe scribe, OrderNews news, IHttpContextAccessor web) : IOrders
{
    /// <inheritdoc />
    public IObservable<OrderReport> Reports => orders.Reports;

    /// <inheritdoc />
    public OrderReport Send(Order order)
    {
        scribe.Asked(order, web.HttpContext is { } context ? Actor.Of(context) with { Name = order.By } : new(order.By, "", "centre"));
        var first = orders.Send(order);
        if (first.State != OrderState.Requested)
        {
            news.Tell(first);
        }

        return first;
    }

    /// <inheritdoc />
    public IReadOnlyList<OrderStory> For(EquipmentId equipment, int most) => orders.For(equipment, most);

    /// <inheritdoc />
    public OrderStory? Find(Guid order) => orders.Find(order);
}
