using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Accounts;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Journal;

/// <summary>Stands before the orders, so that no page can send one that the journal does not know. An order that cannot be journalled is not sent.</summary>
/// <remarks>It is also the last gate of rights: a page that forgot to ask cannot send for somebody who may not steer there.</remarks>
internal sealed class JournalledOrders(IOrders orders, OrderScribe scribe, OrderNews news, IHttpContextAccessor web) : IOrders
{
    /// <inheritdoc />
    public IObservable<OrderReport> Reports => orders.Reports;

    /// <inheritdoc />
    public OrderReport Send(Order order)
    {
        if (web.HttpContext is { } asking && !(asking.User.May(Rights.SteerBoilers) && asking.User.Covers(scribe.SiteOf(order.Point))))
        {
            throw new InvalidOperationException($"A page let '{order.By}' steer {order.Point}, which their rights do not cover.");
        }

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
