using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Mise en sécurité: what it does and does not, a written reason, and a proof of who asks that is two minutes old at most (interlocks S21, S22).</summary>
[Authorize(Rights.SteerBoilers)]
[FreshProof(WithinMinutes = 2)]
[EnableRateLimiting(Limits.Orders)]
internal sealed class SafetyPage(BoilerRooms rooms, IOrders orders, OrderTickets tickets, TimeProvider clock) : RoomPage(rooms)
{
    [BindProperty(SupportsGet = true)]
    public OrderForm Form { get; set; } = new();

    /// <summary>Why nothing was sent, or cannot be; null when it can.</summary>
    public string? Problem { get; private set; }

    /// <summary>What is sent: exactly what stands on the page.</summary>
    public string Ticket { get; private set; } = "";

    public string Here => Link(Room.Path + "/securite");

    /// <summary>Whether the gateway can be reached; what it answers then it says itself.</summary>
    public bool CanSend => Room is { Writable: not null, Facts.GatewayOnline: true };

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Load(gateway, device))
        {
            return NotFound();
        }

        Seal();
        return Page();
    }

    public IActionResult OnPost(string gateway, string device)
    {
        if (!Load(gateway, device) || Room.Writable is null)
        {
            return NotFound();
        }

        if (Form.Code is not null)
        {
            return Release();
        }

        var ticket = tickets.Open(Form.Billet, Room, User.Identity!.Name!, OrderKind.SafeState);
        var reason = (Form.Motif ?? "").Trim();
        Problem ??= reason.Length == 0 ? Say(ModePageWords.SafetyNeedsReason)
            : reason.Length > OrderDraft.LongestReason ? Say(OrderWords.LongReason, Language.Number(OrderDraft.LongestReason, 0))
            : tickets.Objection(ticket, Room, Language);
        if (Problem is not null)
        {
            Seal();
            return Page();
        }

        orders.Send(OrderDraft.OfTicket(ticket! with { Reason = reason }, new PointId(Room.Equipment.Id, "safety"), User.OrderRole(), clock.GetUtcNow(), Pulse.SpeedOf(clock)));
        return Redirect(Link(Room.Path) + "#suivi");
    }

    // Never sealed and never shown again: the code is good once, and only the gateway knows it.
    private IActionResult Release()
    {
        var code = Form.Code!.Trim();
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            Problem = Say(ModePageWords.BadCode);
            return Page();
        }

        orders.Send(OrderDraft.Release(Room.Writable!.Id, User.Identity!.Name!, clock.GetUtcNow(), Pulse.SpeedOf(clock)) with { OnSiteCode = code });
        return Redirect(Link(Room.Path) + "#suivi");
    }

    private void Seal() =>
        Ticket = CanSend ? tickets.Make(OrderKind.SafeState, 0, Room.Facts.Now.AddDays(1), "", Room, User.Identity!.Name!) : "";

    private bool Load(string gateway, string device)
    {
        if (!Find(gateway, device))
        {
            return false;
        }

        Problem = Room.Writable is null ? Say(OrderWords.NotWritable) : !Room.Facts.GatewayOnline ? Say(OrderWords.OfflineOff) : null;
        return true;
    }
}
