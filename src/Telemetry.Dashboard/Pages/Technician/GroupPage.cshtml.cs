using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.Groups;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Boilers.Groups;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>One mode in several boiler rooms: chosen, tried without sending, read over, sent one after another (interlock S24).</summary>
[Authorize(Rights.SteerBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class GroupPage(BoilerRooms rooms, GroupDesk desk, IDataProtectionProvider protection) : SitePage
{
    private const int MineShown = 5;
    private readonly IDataProtector _seal = protection.CreateProtector("Telemetry.Groups.1");

    [BindProperty(SupportsGet = true)]
    public OrderForm Form { get; set; } = new();

    /// <summary>Keys of the boiler rooms ticked.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Salles { get; set; } = [];

    /// <summary>The group to follow.</summary>
    [BindProperty(SupportsGet = true, Name = "lot")]
    public Guid? Lot { get; set; }

    /// <summary>The group of which what did not leave is asked again.</summary>
    [BindProperty(SupportsGet = true, Name = "reprise")]
    public Guid? Reprise { get; set; }

    public IReadOnlyList<BoilerRoom> Rooms { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public string? Problem { get; private set; }

    public ModeDraft? Draft { get; private set; }

    public string Ticket { get; private set; } = "";

    /// <summary>Each boiler room ticked, and why its order would not leave; empty where it would.</summary>
    public IReadOnlyList<(BoilerRoom Room, string Objection)> DryRun { get; private set; } = [];

    public GroupView? Run { get; private set; }

    /// <summary>The person's latest groups, newest first.</summary>
    public IReadOnlyList<GroupView> Mine => desk.Newest(User.Identity!.Name!, MineShown);

    public string Here => Link("/chaufferies/groupe");

    public IReadOnlyList<EndChoice> Ends { get; private set; } = [];

    public void OnGet()
    {
        Load();
        if (Lot is { } lot)
        {
            Run = Own(lot);
            Problem = Run is null ? Say(GroupWords.Unknown) : null;
            return;
        }

        if (Reprise is { } earlier)
        {
            FillIn(earlier);
        }

        if (Form.Mode is not null || Salles.Length > 0)
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

        _ = desk.Begin(
            new OrderGroup
            {
                Id = ticket!.Id, By = ticket.By, Role = User.OrderRole(), Mode = (HeatingMode)ticket.Mode, Until = ticket.Until, Reason = ticket.Reason, At = Now,
                Items = [.. Rooms.Where(room => ticket.Rooms.Contains(room.Key, StringComparer.Ordinal) && room.Mode is not null).Select(room => new GroupItem(room.Building.Name, room.Mode!.Id))],
            },
            Actor.Of(HttpContext));
        return Redirect(Here + QueryString.Create("lot", ticket.Id.ToString("D")));
    }

    /// <summary>What would be sent, in one sentence; only when nothing is wrong with it.</summary>
    public string Sentence
    {
        get
        {
            var (mode, ready) = (Say(ModeWords.Of(Draft!.Mode!.Value)), DryRun.Count(one => one.Objection.Length == 0));
            var until = Draft.End!.ReadOver(DryRun[0].Room.Facts, Language);
            return DryRun.Count == 1 ? Say(GroupWords.SentenceOne, mode, until, DryRun[0].Room.Building.Name)
                : Say(GroupWords.Sentence, mode, until, Language.Number(ready, 0), Language.Number(DryRun.Count, 0));
        }
    }

    /// <summary>What was sent, in one sentence.</summary>
    public string Asked(OrderGroup group) => Say(
        GroupWords.Asked, Language.Day(group.At, Zone), Language.Hour(group.At, Zone), Say(ModeWords.Of(group.Mode)), Language.When(group.Until, Now, Zone), group.Reason);

    /// <summary>Where a group is.</summary>
    public string Of(GroupView group) => Say(group.End switch
    {
        null => GroupWords.Going,
        GroupEnd.Stopped => GroupWords.Stopped,
        GroupEnd.Restarted => GroupWords.Restarted,
        GroupEnd.Unwritten => GroupWords.Unwritten,
        _ => GroupWords.Over,
    });

    /// <summary>Where one of a group is.</summary>
    public string Of(GroupView group, GroupLine line) => line.State switch
    {
        GroupState.Waiting => Say(GroupWords.Waiting),
        GroupState.Sent => Say(GroupWords.Sent),
        GroupState.Done => Say(GroupWords.Done),
        GroupState.Failed => Say(GroupWords.Failed, OrderSentence.Of(line.Story!, Zone, Language)),
        _ => Say(group.End == GroupEnd.Restarted ? GroupWords.NotDone : GroupWords.NotSent),
    };

    /// <summary>One of the person's groups in a line of the list.</summary>
    public string InALine(GroupView group) => Say(
        GroupWords.InALine, Language.Day(group.Group.At, Zone), Language.Hour(group.Group.At, Zone), Say(ModeWords.Of(group.Group.Mode)),
        Language.Number(group.Lines.Count(line => line.State == GroupState.Done), 0), Language.Number(group.Lines.Count, 0));

    private GroupView? Own(Guid id) => desk.Find(id) is { } group && group.Group.By == User.Identity!.Name ? group : null;

    // What did not leave, as it was asked: it is tried without sending and read over like any other.
    private void FillIn(Guid earlier)
    {
        if (Own(earlier) is not { } group)
        {
            Problem = Say(GroupWords.Unknown);
            return;
        }

        if (EndChoice.Again(group.Group.Until, Now, Zone, Language) is { } end && !Ends.Any(one => one.Token == end.Token))
        {
            Ends = [end, .. Ends];
        }

        if (Form.Mode is null && Salles.Length == 0)
        {
            Salles = [.. group.NotSent.Select(line => line.Room)];
            (Form.Mode, Form.Motif, Form.Fin) = (group.Group.Mode.ToString(), group.Group.Reason, EndChoice.Again(group.Group.Until, Now, Zone, Language)?.Token ?? "-");
        }
    }

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
        Ends = EndChoice.OfferedForMode(Now, null, User.OrderRole(), Zone, Language);
    }
}
