using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Boilers.Groups;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>One mode in several boiler rooms: chosen, tried without sending, read over, sent one after another (interlock S24).</summary>
[Authorize(Rights.SteerBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class GroupPage(BoilerRooms rooms, GroupDesk desk, IOrders orders, IDataProtectionProvider protection) : SitePage
{
    private readonly IDataProtector _seal = protection.CreateProtector("Telemetry.Groups.1");

    [BindProperty(SupportsGet = true)]
    public OrderForm Form { get; set; } = new();

    /// <summary>Keys of the boiler rooms ticked.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Salles { get; set; } = [];

    /// <summary>The group to follow.</summary>
    [BindProperty(SupportsGet = true, Name = "lot")]
    public Guid? Lot { get; set; }

    public IReadOnlyList<BoilerRoom> Rooms { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string? Problem { get; private set; }

    public ModeDraft? Draft { get; private set; }

    public string Ticket { get; private set; } = "";

    /// <summary>Each boiler room ticked, and why its order would not leave; empty where it would.</summary>
    public IReadOnlyList<(BoilerRoom Room, string Objection)> DryRun { get; private set; } = [];

    public GroupRun? Run { get; private set; }

    public string Here => Link("/chaufferies/groupe");

    public IReadOnlyList<EndChoice> Ends => EndChoice.OfferedForMode(Now, null, User.OrderRole(), Zone, Language);

    public void OnGet()
    {
        Load();
        if (Lot is { } lot)
        {
            Run = desk.Find(lot) is { } run && run.Ticket.By == User.Identity!.Name ? run : null;
            Problem = Run is null ? Say(GroupWords.Unknown) : null;
        }
        else if (Form.Mode is not null || Salles.Length > 0)
        {
            Try();
        }
    }

    public IActionResult OnPost()
    {
        Load();
        var ticket = Open(Form.Billet);
        Problem = ticket is null ? Say(OrderWords.Forged)
            : desk.Find(ticket.Id) is not null ? Say(OrderWords.Replayed)
            : TimeProvider.System.GetUtcNow() - ticket.MadeAt > OrderTicket.Life ? Say(OrderWords.TooOld, OrderTicket.Minutes)
            : ticket.Until <= Now ? Say(OrderWords.EndGone)
            : null;
        if (Problem is not null)
        {
            return Page();
        }

        var items = Rooms.Where(room => ticket!.Rooms.Contains(room.Key, StringComparer.Ordinal) && room.Mode is not null).Select(room => new GroupItem(room.Building.Name, room.Mode!.Id)).ToList();
        desk.Begin(ticket!, items, User.OrderRole());
        return Redirect(Here + QueryString.Create("lot", ticket!.Id.ToString("D")));
    }

    /// <summary>Where one of a group is.</summary>
    public string Of(GroupItem item) => item.State switch
    {
        GroupState.Waiting => Say(GroupWords.Waiting),
        GroupState.Sent => Say(GroupWords.Sent),
        GroupState.Done => Say(GroupWords.Done),
        GroupState.Kept => Say(GroupWords.Kept),
        _ => Say(GroupWords.Failed, item.Order is { } order && orders.Find(order) is { } story ? OrderSentence.Of(story, Zone, Language) : Say(OrderWords.Expired)),
    };

    private void Try()
    {
        var end = Ends.FirstOrDefault(choice => string.Equals(choice.Token, Form.Fin, StringComparison.Ordinal));
        Draft = ModeDraft.Read(Form.Mode, end, end is null && !string.IsNullOrEmpty(Form.Fin), Form.Motif, Now, Language);
        DryRun = [.. Rooms.Where(room => Salles.Contains(room.Key, StringComparer.Ordinal)).Select(room => (room, Objection(room)))];
        var ready = DryRun.Where(one => one.Objection.Length == 0).Select(one => one.Room.Key).ToList();
        Problem = DryRun.Count == 0 ? Say(GroupWords.NoRoom)
            : Draft.Problem ?? (Draft.Reason.Length == 0 ? Say(GroupWords.NeedsReason) : ready.Count == 0 ? Say(GroupWords.NoneReady) : null);
        Ticket = Problem is not null ? "" : _seal.Protect(
            new GroupTicket(Guid.NewGuid(), User.Identity!.Name!, ready, (int)Draft.Mode!.Value, Draft.End!.At, Draft.Reason, TimeProvider.System.GetUtcNow()).ToText());
    }

    // What is known here; what only the gateway knows it says when its turn comes.
    private string Objection(BoilerRoom room) => room switch
    {
        { Writable: null } or { Mode: null } => Say(ModePageWords.NotOffered),
        { InSafety: true } => Say(ModePageWords.Refused),
        { Facts.GatewayOnline: false } => Say(OrderWords.OfflineOff),
        { Holder: { } holder } when holder.By != User.Identity!.Name => BoilerView.HeldBy(room, Language),
        _ => "",
    };

    private GroupTicket? Open(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : GroupTicket.Read(_seal.Unprotect(text)) is { } ticket && ticket.By == User.Identity!.Name ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Load()
    {
        Rooms = [.. rooms.All().OrderBy(room => room.Building.Name, StringComparer.CurrentCulture)];
        (Now, Zone) = Rooms is [var first, ..] ? (first.Facts.Now, first.Facts.Zone) : (TimeProvider.System.GetUtcNow(), TimeZoneInfo.Utc);
    }
}
