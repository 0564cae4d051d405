using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Second step of an order: read it over, then send it.</summary>
[Authorize(Rights.SteerBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class Reread(BoilerRooms rooms, IOrders orders, OrderTickets tickets, TimeProvider clock) : RoomPage(rooms)
{
    [BindProperty(SupportsGet = true)]
    public OrderForm Form { get; set; } = new();

    public OrderDraft Draft { get; private set; } = null!;

    /// <summary>The order in one sentence; only when nothing is wrong with it.</summary>
    public string Sentence => Say(
        OrderWords.Sentence, Room.Building.Name, OrderSentence.Degrees(Draft.Value!.Value, Language), Draft.End!.ReadOver(Room.Facts, Language));

    /// <summary>Back to the first step with what was typed.</summary>
    public string BackLink => Link(Room.Path)
        + QueryString.Create("Form.Valeur", Form.Valeur ?? "").Add("Form.Fin", Form.Fin ?? "").Add("Form.Motif", Form.Motif ?? "") + "#changer";

    /// <summary>What is sent when it is confirmed: exactly what was read over.</summary>
    public string Ticket { get; private set; } = "";

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Load(gateway, device, clock.GetUtcNow()))
        {
            return NotFound();
        }

        Ticket = Draft.Problem is null ? tickets.Make(Draft, Room, User.Identity!.Name!) : "";
        return Page();
    }

    public IActionResult OnPost(string gateway, string device)
    {
        var now = clock.GetUtcNow();
        if (!Load(gateway, device, now))
        {
            return NotFound();
        }

        var ticket = tickets.Open(Form.Billet, Room, User.Identity!.Name!);
        if (tickets.Objection(ticket, Room, Language) is { } problem)
        {
            Draft = Draft with { Problem = problem };
            return Page();
        }

        var draft = new OrderDraft(ticket!.Value, new EndChoice("", ticket.Until, ""), ticket.Reason, null);
        orders.Send(draft.ToOrder(ticket.Order, Room.Writable!.Id, ticket.By, now, Pulse.SpeedOf(clock)));
        return Redirect(Link(Room.Path) + "#suivi");
    }

    private bool Load(string gateway, string device, DateTimeOffset now)
    {
        if (!Find(gateway, device) || Room.Writable?.Bounds is not { } bounds)
        {
            return false;
        }

        var end = EndChoice.Find(Form.Fin, now, Room.Facts.Next?.At, Room.Facts.Zone, Language);
        Draft = OrderDraft.Read(Form.Valeur, end, end is null && !string.IsNullOrEmpty(Form.Fin), Form.Motif, bounds, Room.Building.Use, Language);
        if (!Room.Facts.GatewayOnline && Draft.Problem is null)
        {
            Draft = Draft with { Problem = Say(OrderWords.OfflineOff) };
        }

        return true;
    }
}
