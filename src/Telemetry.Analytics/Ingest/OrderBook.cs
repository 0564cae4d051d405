using Microsoft.EntityFrameworkCore;
using Telemetry.Analytics.Registry.Store;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Ingest;

/// <summary>Orders and their steps as they are kept.</summary>
internal sealed class OrderBook(RegistryFile file)
{
    private readonly Lock _gate = new();

    /// <summary>Keeps an order with its first step; false when the order is already there.</summary>
    internal bool Open(Order order, OrderReport first)
    {
        lock (_gate)
        {
            using var context = file.Open();
            if (context.Orders.Any(row => row.Id == order.Id))
            {
                return false;
            }

            context.Orders.Add(OrderRow.From(order));
            context.Reports.Add(ReportRow.From(first, fromCentre: true));
            context.SaveChanges();
            return true;
        }
    }

    /// <summary>Keeps a step; false when it was told before.</summary>
    internal bool Add(OrderReport report, bool fromCentre)
    {
        lock (_gate)
        {
            using var context = file.Open();
            var row = ReportRow.From(report, fromCentre);
            if (context.Reports.Find(row.Order, row.State, row.AtMs) is { } known)
            {
                // The centre guessed the very step and instant that the gateway now confirms.
                if (!known.FromCentre || fromCentre)
                {
                    return false;
                }

                context.Remove(known);
                context.SaveChanges();
            }

            context.Reports.Add(row);
            context.SaveChanges();
            return true;
        }
    }

    /// <summary>One order; null when unknown.</summary>
    internal OrderStory? Find(Guid order)
    {
        using var context = file.Open();
        return context.Orders.AsNoTracking().FirstOrDefault(row => row.Id == order) is { } row ? Stories(context, [row])[0] : null;
    }

    /// <summary>The orders of one piece of equipment, newest first.</summary>
    internal IReadOnlyList<OrderStory> For(EquipmentId equipment, int most)
    {
        using var context = file.Open();
        var rows = context.Orders.AsNoTracking()
            .Where(row => row.Municipality == equipment.Municipality && row.Gateway == equipment.Gateway && row.Device == equipment.Device)
            .OrderByDescending(row => row.RequestedMs)
            .Take(Math.Max(0, most))
            .ToList();
        return Stories(context, rows);
    }

    /// <summary>Orders of which nobody has told anything but that they were asked.</summary>
    internal IReadOnlyList<Order> Unanswered()
    {
        using var context = file.Open();
        return
        [
            .. context.Orders.AsNoTracking()
                .Where(row => !context.Reports.Any(report => report.Order == row.Id && report.State != (int)OrderState.Requested))
                .AsEnumerable()
                .Select(row => row.ToModel()),
        ];
    }

    private static List<OrderStory> Stories(RegistryContext context, List<OrderRow> rows)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var reports = context.Reports.AsNoTracking().Where(row => ids.Contains(row.Order)).AsEnumerable().ToLookup(row => row.Order);
        return
        [
            .. rows.Select(row => new OrderStory(
                row.ToModel(), OrderLife.InOrder(reports[row.Id].Select(report => (report.ToModel(), report.FromCentre))))),
        ];
    }
}
