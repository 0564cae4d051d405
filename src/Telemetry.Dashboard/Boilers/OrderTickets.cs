using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Seals what was read over, and says why something that comes back cannot be sent.</summary>
internal sealed class OrderTickets(IDataProtectionProvider protection, IOrders orders)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Telemetry.Orders.1");

    /// <summary>Seals an order that has just been read over.</summary>
    public string Make(OrderDraft draft, BoilerRoom room, string by) => Make(OrderKind.Override, draft.Value!.Value, draft.End!.At, draft.Reason, room, by);

    /// <summary>Seals an order of any kind that has just been read over.</summary>
    public string Make(OrderKind kind, double value, DateTimeOffset until, string reason, BoilerRoom room, string by) => _seal.Protect((new OrderTicket(
        Guid.NewGuid(), by, room.Key, value, until, reason, room.Newest?.Order.Id ?? Guid.Empty, TimeProvider.System.GetUtcNow()) with { Kind = kind }).ToText());

    /// <summary>The ticket in a form; null when it is none of ours, or another person's.</summary>
    public OrderTicket? Open(string? text, BoilerRoom room, string by, OrderKind kind = OrderKind.Override)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : OrderTicket.Read(_seal.Unprotect(text)) is { } ticket && ticket.By == by && ticket.Room == room.Key && ticket.Kind == kind ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Why a ticket cannot be sent now; null when it can.</summary>
    public string? Objection(OrderTicket? ticket, BoilerRoom room, Language language)
    {
        if (ticket is null)
        {
            return language.Say(OrderWords.Forged);
        }

        if (orders.Find(ticket.Order) is not null)
        {
            return language.Say(OrderWords.Replayed);
        }

        if (TimeProvider.System.GetUtcNow() - ticket.MadeAt > OrderTicket.Life)
        {
            return language.Say(OrderWords.TooOld, OrderTicket.Minutes);
        }

        // Safety comes before everybody's orders: whoever was quicker with another one does not hold it up.
        if (ticket.Kind != OrderKind.SafeState && room.Newest is { } newest && newest.Order.Id != ticket.After)
        {
            return language.Say(OrderWords.Overtaken, newest.Order.By, language.Hour(newest.Order.RequestedAt, room.Facts.Zone));
        }

        if (ticket.Until <= room.Facts.Now)
        {
            return language.Say(OrderWords.EndGone);
        }

        return room.Facts.GatewayOnline ? null : language.Say(OrderWords.OfflineOff);
    }
}
