using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Charts;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>One boiler room: sentence, figures, order, last day, journal.</summary>
[Authorize(Rights.ReadBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class BoilerPage(BoilerRooms rooms, IHistory history, IOrders orders, AlarmBook alarms, TimeProvider clock) : RoomPage(rooms)
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(24);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);

    [BindProperty(SupportsGet = true)]
    public OrderForm Form { get; set; } = new();

    /// <summary>Its open alarms, worst first.</summary>
    public IReadOnlyList<AlarmView> Alarms { get; private set; } = [];

    public BoilerView View { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<DateTimeOffset> Instants { get; private set; } = [];

    public IReadOnlyList<Curve> Curves { get; private set; } = [];

    public IReadOnlyList<EndChoice> Ends => EndChoice.Offered(Now, Room.Facts.Next?.At, Room.Facts.Zone, Language);

    /// <summary>The temperature the form proposes: what was typed, else the present set point, moved by the button pressed.</summary>
    public double Proposed
    {
        get
        {
            var bounds = Room.Writable!.Bounds!;
            var start = OrderDraft.Parse(Form.Valeur) ?? (Room.Setpoint is { HasValue: true } set ? set.Value : bounds.Min);
            return Math.Clamp(start + (OrderDraft.Parse(Form.Pas) ?? 0), bounds.Min, bounds.Max);
        }
    }

    /// <summary>Why what was asked was not done.</summary>
    public string? Problem { get; private set; }

    /// <summary>« Réduire maintenant »: the order form filled in with the least temperature until the programme's next change.</summary>
    public string LowerLink => Link(Room.Path) + QueryString.Create("Form.Valeur", Language.Number(Room.Writable!.Bounds!.Min, 1)).Add("Form.Fin", Ends[0].Token) + "#changer";

    public bool MaySteer => User.May(Rights.SteerBoilers);

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Load(gateway, device))
        {
            return NotFound();
        }

        LoadCurves();
        return Page();
    }

    /// <summary>Ends the order in force.</summary>
    public IActionResult OnPost(string gateway, string device)
    {
        if (!MaySteer)
        {
            return Forbid();
        }

        if (!Load(gateway, device) || Room.Writable is null)
        {
            return NotFound();
        }

        if (Room.InForce?.Order.Id != Form.Ordre)
        {
            LoadCurves();
            Problem = Say(OrderWords.NothingToEnd);
            return Page();
        }

        orders.Send(OrderDraft.Release(Room.Writable.Id, User.Identity!.Name!, Now, Pulse.SpeedOf(clock)));
        return Redirect(Link(Room.Path) + "#suivi");
    }

    private bool Load(string gateway, string device)
    {
        Now = clock.GetUtcNow();
        if (!Find(gateway, device))
        {
            return false;
        }

        View = BoilerView.Of(Room, Language);
        Alarms = [.. alarms.Open(Language).Where(view => view.Alarm.Source.Equipment == Room.Equipment.Id)];
        return true;
    }

    private void LoadCurves()
    {
        // Steps fall on round instants, so that the same hour shows the same value at each visit.
        var to = new DateTimeOffset(Now.UtcTicks - (Now.UtcTicks % Step.Ticks), TimeSpan.Zero);
        Instants = Steps.Instants(to - Span, to, Step);
        Curves =
        [
            Curve("flow.temperature", BoilerWords.FlowFigure, 2),
            Curve("room.temperature", BoilerWords.RoomFigure, 1),
            Curve("room.temperature.sp", BoilerWords.SetpointFigure, 3),
        ];
    }

    private Curve Curve(string name, Phrase label, int style)
    {
        var samples = history.Read(new PointId(Room.Equipment.Id, name), Instants[0] - TimeSpan.FromHours(1), Instants[^1].AddTicks(1));
        return new(Say(label), style, Steps.At(samples, Instants, TimeSpan.FromMinutes(30)));
    }
}
