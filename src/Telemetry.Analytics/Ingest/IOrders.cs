using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Ingest;

/// <summary>Orders on their way to the gateways and what became of them; kept across restarts.</summary>
public interface IOrders
{
    /// <summary>Each step of each order, as it becomes known. Hot; observe without blocking.</summary>
    IObservable<OrderReport> Reports { get; }

    /// <summary>Sends an order to its gateway now, or refuses it now: it is never kept to be sent later.</summary>
    /// <returns>The first report: <see cref="OrderState.Requested"/>, or <see cref="OrderState.Refused"/> with the reason.</returns>
    OrderReport Send(Order order);

    /// <summary>The orders of one piece of equipment, newest first, each with its reports in order.</summary>
    IReadOnlyList<OrderStory> For(EquipmentId equipment, int most);

    /// <summary>One order; null when unknown.</summary>
    OrderStory? Find(Guid order);
}
