using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.HotWater;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>The settings of one boiler room: read, changed within their bounds, read over, sent as a version of its programme.</summary>
[Authorize(Rights.ReadBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class SettingsPage(BoilerRooms rooms, ProgrammeDesk desk, IHotWaterEvidence evidence, IHistory history) : SitePage
{
    private const int DaysOfEvidence = 7;

    /// <summary>The zone whose settings are shown; the first where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "zone")]
    public string? ZoneId { get; set; }

    /// <summary>The version that was changed.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vu { get; set; }

    /// <summary>Unique name of this sending.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    /// <summary>What is asked: <c>relire</c>, <c>corriger</c>, <c>envoyer</c>.</summary>
    [BindProperty]
    public string? Geste { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Motif { get; set; }

    public BoilerRoom Room { get; private set; } = null!;

    public BoilerView View { get; private set; } = null!;

    /// <summary>The programme in force; null when the controller follows its own.</summary>
    public Programme? Current { get; private set; }

    public ZoneProgramme? Zone { get; private set; }

    public SettingForm Form { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Hot water as it was last followed; the usual settings where it never was.</summary>
    public HotWaterSettings LastWater => Room.Versions.LastHotWater() ?? HotWaterSettings.Usual;

    /// <summary>What will change, once nothing is wrong; null while the form is being filled in.</summary>
    public IReadOnlyList<string>? Changes { get; private set; }

    /// <summary>The last days of hot water; empty where no sensor is fitted.</summary>
    public IReadOnlyList<HotWaterProof> Evidence { get; private set; } = [];

    /// <summary>Whether the heating pump has turned within a week; null where that is not measured.</summary>
    public bool? PumpTurned { get; private set; }

    public string Here => Link(Room.Path + "/reglages") + (Zone is null || Current is { Zones.Count: 1 } ? "" : QueryString.Create("zone", Zone.Zone.Id).ToString());

    public bool MayChange => User.May(Rights.SteerBoilers) || User.May(Rights.KeepLimits);

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Load(gateway, device))
        {
            return NotFound();
        }

        if (Zone is not null)
        {
            // Whoever had to prove who they are in the middle of the work finds it as it was typed.
            Vu = Vu == 0 ? Current!.Version : Vu;
            Envoi = Guid.NewGuid();
            Form = Request.Query.ContainsKey(nameof(Setting.CurveSlope)) ? SettingForm.Read(name => Request.Query[name]) with { LastWater = LastWater } : SettingForm.Of(Current!, Zone, LastWater, Language);
        }

        return Page();
    }

    public IActionResult OnPost(string gateway, string device)
    {
        if (!MayChange)
        {
            return Forbid();
        }

        if (!Load(gateway, device) || Zone is null)
        {
            return NotFound();
        }

        Form = SettingForm.Read(name => Request.Form[name]) with { LastWater = LastWater };
        switch (Geste)
        {
            case "relire":
                Check();
                return Page();
            case "envoyer":
                return Send();
            default:
                return Page();
        }
    }

    /// <summary>Whether the person may change a setting; others see it.</summary>
    public bool May(Setting setting) => MayChange && SettingForm.Rule(setting, Zone!).Keeper is var keeper && SettingChanges.Allows(keeper, User.OrderRole())
        && (keeper == SettingKeeper.Administrator || User.May(Rights.SteerBoilers));

    /// <summary>How a setting is shown to somebody who may not change it.</summary>
    public Phrase Shown(Setting setting) => !MayChange ? SettingWords.Shown
        : SettingForm.Rule(setting, Zone!).Keeper == SettingKeeper.Administrator ? SettingWords.Kept : SettingWords.Theirs;

    /// <summary>What stands in a field: what was typed, else what is in force.</summary>
    public string Typed(Setting setting) =>
        Form.Typed.TryGetValue(setting, out var typed) ? typed : SettingForm.Number(setting, InForce(setting), Zone!, Language);

    /// <summary>The value of a setting now; of hot water that is not followed, the one it was last followed with.</summary>
    public double InForce(Setting setting) => SettingGroup.ValueOf(Current! with { HotWater = Current!.HotWater ?? LastWater }, Zone!, setting);

    /// <summary>Whether the person may say that this boiler room makes hot water, or no longer does.</summary>
    public bool MaySwitchHotWater => MayChange && SettingChanges.Forbidden(
        SettingChanges.Of(Current, Current! with { HotWater = Current.HotWater is null ? LastWater : null }, LastWater), User.OrderRole()) is null;

    /// <summary>What the controller has of a setting; null where it does not show it.</summary>
    public ControllerSetting? Controller(Setting setting) => Room.Controller.FirstOrDefault(one => one.Setting == setting);

    /// <summary>Who obeys the settings of a group.</summary>
    public Phrase NoteOf(SettingGroup group) => !group.Settings.Any(setting => Controller(setting) is { MayBeKept: true }) ? group.Note
        : ReferenceEquals(group, SettingGroup.HotWater) ? ControllerWords.HotWaterNote
        : ControllerWords.CurveNote;

    /// <summary>The problem of a field; null when there is none.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    // Null when something is to be mended first.
    private Programme? Check()
    {
        var (wanted, unread) = Form.Apply(Current!, Zone!, Room.Controller, Language);
        var draft = wanted.Next(Current!.Version + 1, User.Identity!.Name!, Room.Facts.Now, (Motif ?? "").Trim());
        var problems = unread.Count > 0
            ? unread
            : [.. ProgrammeCheck.Problems(draft, Current, Room.Facts.Now).Where(problem => !problem.IsWarning).Select(problem => new FieldProblem(FieldOf(problem), ProblemWords.Say(problem, Language)))];
        if (problems.Count == 0 && draft.Reason.Length == 0 && SettingChanges.AsksReason(SettingChanges.Of(Current, draft, LastWater)) is { } change)
        {
            problems = [new("motif", Say(SettingWords.NeedsReason, Say(SettingWords.All[change.Setting])))];
        }

        Problems = problems;
        Changes = problems.Count == 0 ? SettingText.Differences(Current, draft, Zone!, Room.Controller, Language) : null;
        return problems.Count == 0 ? wanted : null;
    }

    private IActionResult Send()
    {
        if (Check() is not { } wanted)
        {
            return Page();
        }

        var (problems, objection) = desk.Send(
            Room, version => wanted.Next(version, User.Identity!.Name!, Room.Facts.Now, (Motif ?? "").Trim()), Vu, Envoi, Actor.Of(HttpContext), Language);
        if (objection is null && ProgrammeCheck.MayRun(problems))
        {
            return Redirect(Here + "#etat-programme");
        }

        Problems = objection is not null ? [new("", objection)] : [.. problems.Where(one => !one.IsWarning).Select(one => new FieldProblem(FieldOf(one), ProblemWords.Say(one, Language)))];
        Changes = null;
        return Page();
    }

    private static string FieldOf(ProgrammeProblem problem) =>
        problem.Kind == ProgrammeProblemKind.ReasonMissing ? "motif"
        : problem.Kind == ProgrammeProblemKind.CurveOutOfOrder ? nameof(Setting.FlowMax)
        : problem.Setting?.ToString() ?? "";

    private bool Load(string gateway, string device)
    {
        if (rooms.Find(gateway, device) is not { } room)
        {
            return false;
        }

        (Room, View) = (room, BoilerView.Of(room, Language));
        Current = room.Versions.FirstOrDefault(story => story.IsKept)?.Programme;
        Zone = !string.IsNullOrEmpty(ZoneId) ? Current?.Find(ZoneId) : Current is { Zones: [var first, ..] } ? first : null;
        if (!string.IsNullOrEmpty(ZoneId) && Zone is null)
        {
            return false;
        }

        var today = CivilTime.DayOf(room.Facts.Now, room.Facts.Zone);
        Evidence = Current?.HotWater is null ? [] : evidence.Of(room.Equipment, today.AddDays(-DaysOfEvidence), today.AddDays(-1), room.Facts.Zone);
        var (pump, now) = (new PointId(room.Equipment.Id, "pump.state"), room.Facts.Now);
        var week = history.Read(pump, now.AddDays(-DaysOfEvidence), now.AddTicks(1));
        PumpTurned = week.Count == 0 ? null : week.Any(sample => sample.Value > 0);
        return true;
    }
}
