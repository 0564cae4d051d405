using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Security;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>A mode forced until an end: chosen, read over, sent.</summary>
[Authorize(Rights.SteerBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class ModePage(BoilerRooms rooms, IOrders orders, OrderTickets tickets, TimeProvider clock) : RoomPage(rooms)
{
    [BindProperty(SupportsGet = true)]
    public OrderForm Form { get; set; } = new();

    /// <summary>What is read over; null while it is being chosen.</summary>
    public ModeDraft? Draft { get; private set; }

    /// <summary>What is sent when it is confirmed: exactly what was read over; empty while something is wrong.</summary>
    public string Ticket { get; private set; } = "";

    /// <summary>Why nothing was sent, or cannot be; null when it can.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<EndChoice> Ends => EndChoice.OfferedForMode(Room.Facts.Now, Room.Facts.Next?.At, User.OrderRole(), Room.Facts.Zone, Language);

    /// <summary>Whether the gateway lets this person hold a mode for two weeks, with a reason.</summary>
    public bool MayBeLong => User.OrderRole() == OrderRole.Administrator;

    public string Here => Link(Room.Path + "/mode");

    /// <summary>The order in one sentence; only when nothing is wrong with it.</summary>
    public string Sentence => Say(ModePageWords.Sentence, Room.Building.Name, Say(ModeWords.Of(Draft!.Mode!.Value)), Draft.End!.ReadOver(Room.Facts, Language));

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Load(gateway, device))
        {
            return NotFound();
        }

        if (Form.Mode is not null && Problem is null)
        {
            var end = Ends.FirstOrDefault(choice => string.Equals(choice.Token, Form.Fin, StringComparison.Ordinal));
            Draft = ModeDraft.Read(Form.Mode, end, end is null && !string.IsNullOrEmpty(Form.Fin), Form.Motif, Room.Facts.Now, Language);
            Problem = Draft.Problem;
            Ticket = Problem is null ? tickets.Make(OrderKind.Force, (int)Draft.Mode!.Value, Draft.End!.At, Draft.Reason, Room, User.Identity!.Name!) : "";
        }

        return Page();
    }

    public IActionResult OnPost(string gateway, string device)
    {
        if (!Load(gateway, device) || Room.Mode is null)
        {
            return NotFound();
        }

        var ticket = tickets.Open(Form.Billet, Room, User.Identity!.Name!, OrderKind.Force);
        Problem ??= tickets.Objection(ticket, Room, Language);
        if (Problem is not null)
        {
            return Page();
        }

        orders.Send(OrderDraft.OfTicket(ticket!, Room.Mode.Id, User.OrderRole(), clock.GetUtcNow(), Pulse.SpeedOf(clock)));
        return Redirect(Link(Room.Path) + "#suivi");
    }

    /// <summary>What a mode does, beside its name.</summary>
    public string What(HeatingMode mode) => Say(mode switch
    {
        HeatingMode.Comfort => ModePageWords.Comfort,
        HeatingMode.Reduced => ModePageWords.Reduced,
        HeatingMode.Frost => ModePageWords.Frost,
        _ => ModePageWords.Standby,
    });

    private bool Load(string gateway, string device)
    {
        if (!Find(gateway, device))
        {
            return false;
        }

        Problem = Room.Writable is null || Room.Mode is null ? Say(ModePageWords.NotOffered)
            : Room.InSafety ? Say(ModePageWords.Refused)
            : !Room.Facts.GatewayOnline ? Say(OrderWords.OfflineOff)
            : null;
        return true;
    }
}
