using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Programmes.Versions;
using Telemetry.Dashboard.Security;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>The programme of one boiler room: what it does, meetings, closures, holidays, versions with undo.</summary>
[Authorize(Rights.ReadBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class ProgrammePage(BoilerRooms rooms, ProgrammeDesk desk) : SitePage
{
    /// <summary>Most versions listed; older ones stay in the file.</summary>
    public const int VersionsShown = 6;

    [BindProperty(SupportsGet = true)]
    public ExceptionForm Ajout { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public ClosureForm Fermeture { get; set; } = new();

    [BindProperty]
    public HolidayForm Conges { get; set; } = new();

    /// <summary>What is asked: <c>creer</c>, <c>exception</c>, <c>retirer</c>, <c>fermeture</c>, <c>conges</c>, <c>revenir</c>; with <c>corriger</c> after it, back to the form from what was read over.</summary>
    [BindProperty]
    public string? Geste { get; set; }

    /// <summary>The version that was on the page.</summary>
    [BindProperty]
    public int Vu { get; set; }

    /// <summary>Unique name of this sending.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    /// <summary>The exception or closure to take away.</summary>
    [BindProperty]
    public Guid Cible { get; set; }

    /// <summary>The version to put back.</summary>
    [BindProperty]
    public int Ancienne { get; set; }

    /// <summary>What stops heating, lies above the legal limit or puts a version back was read over.</summary>
    [BindProperty]
    public bool Relu { get; set; }

    /// <summary>What is to be read over before it is sent; null while nothing is.</summary>
    public IReadOnlyList<string>? Reading { get; private set; }

    [BindProperty]
    public Emitter Emetteur { get; set; }

    public BoilerRoom Room { get; private set; } = null!;

    public BoilerView View { get; private set; } = null!;

    public Programme? Current { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public DateTimeOffset Now => Room.Facts.Now;

    public TimeZoneInfo Zone => Room.Facts.Zone;

    public DateOnly Today => CivilTime.DayOf(Now, Zone);

    public bool MaySteer => User.May(Rights.SteerBoilers);

    /// <summary>The section in which a mistake was made; its form is shown open.</summary>
    public bool Wrong(string gesture) => Problems.Count > 0 && Geste == gesture;

    public Timetable TimetableOf(ZoneProgramme zone) => new(Current!, zone, Zone);

    /// <summary>The ready-made evenings that still lie ahead, with their words.</summary>
    public IReadOnlyList<(string Token, string Text)> Evenings => TimeZoneInfo.ConvertTime(Now, Zone).Hour < 21
        ? [("ce-soir", Say(ProgrammeWords.Tonight, "22:00")), ("ce-soir-minuit", Say(ProgrammeWords.Tonight, "24:00")), ("demain-soir", Say(ProgrammeWords.TomorrowEvening))]
        : [("demain-soir", Say(ProgrammeWords.TomorrowEvening))];

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Load(gateway, device))
        {
            return NotFound();
        }

        Conges = Current is null ? Conges : HolidayForm.Of(Current);
        return Page();
    }

    public IActionResult OnPost(string gateway, string device)
    {
        if (!MaySteer)
        {
            return Forbid();
        }

        if (!Load(gateway, device))
        {
            return NotFound();
        }

        if (Geste != "conges" && Current is not null)
        {
            Conges = HolidayForm.Of(Current);
        }

        return Geste == "creer" ? Send(Create) : Current is null ? Page() : Change(Current);
    }

    private IActionResult Change(Programme current)
    {
        var me = User.Identity!.Name!;
        switch (Geste)
        {
            case "exception":
                var (exception, wrong) = Ajout.Read(Now, Zone, me, Language);
                return exception is null ? Mend(wrong) : ReadOver(VersionText.Careful(exception, current, Language), version => current.With(exception).Next(version, me, Now, exception.Reason));
            case "fermeture":
                var (closure, faults) = Fermeture.Read(me, Language);
                return closure is null ? Mend(faults) : ReadOver(VersionText.Careful(closure, Language), version => current.With(closure).Next(version, me, Now, closure.Reason));
            case "retirer":
                return Send(version => current.Without(Cible).Next(version, me, Now, current.Reason));
            case "conges":
                var (changed, mistakes) = Conges.Apply(current, Today, Language);
                return mistakes.Count > 0 ? Mend(mistakes) : Send(version => changed.Next(version, me, Now, current.Reason));
            case "revenir" when Room.Versions.FirstOrDefault(story => story.Programme.Version == Ancienne && story.Programme.Version < current.Version) is { } older:
                return ReadOver(
                    [Say(ProgrammeWords.RestoreRead, Language.Number(Ancienne, 0)), .. VersionText.Differences(current, older.Programme, Room.Controller, Language)],
                    version => current.Undo(older.Programme, me, Now) with { Version = version });
            case "corriger":
                return Page();
            default:
                return BadRequest();
        }
    }

    // What needs no reading over is sent at once: it is a version that can be undone.
    private IActionResult ReadOver(IReadOnlyList<string> lines, Func<int, Programme> make)
    {
        if (Relu || lines.Count == 0)
        {
            return Send(make);
        }

        var (problems, objection) = desk.Look(Room, make, Vu, Actor.Of(HttpContext), Language);
        if (objection is not null || !ProgrammeCheck.MayRun(problems))
        {
            return Mend(problems, objection);
        }

        Reading = [.. lines, .. problems.Where(problem => problem.Kind == ProgrammeProblemKind.HotWaterBeforeReopening).Select(problem => ProblemWords.Say(problem, Language))];
        return Page();
    }

    private Programme Create(int version) => UsualProgramme.For(
        Room.Equipment, Room.Building, Emetteur, Room.Writable?.Id.Name, Room.Room is { } sensor && sensor.Point.Equipment != Room.Equipment.Id ? sensor.Point : null,
        User.Identity!.Name!, Now) with
    {
        Version = version,
    };

    private IActionResult Send(Func<int, Programme> make)
    {
        var (problems, objection) = desk.Send(Room, make, Vu, Envoi, Actor.Of(HttpContext), Language);
        if (objection is null && ProgrammeCheck.MayRun(problems))
        {
            return Redirect(Link(Room.Path + "/programme") + "#etat-programme");
        }

        return Mend(problems, objection);
    }

    private PageResult Mend(IReadOnlyList<ProgrammeProblem> problems, string? objection) => Mend(objection is not null
        ? [new("", objection)]
        : [.. problems.Where(problem => !problem.IsWarning).Select(problem => new FieldProblem(FieldOf(problem), ProblemWords.Say(problem, Language)))]);

    private PageResult Mend(IReadOnlyList<FieldProblem> problems)
    {
        Problems = problems;
        return Page();
    }

    private static string FieldOf(ProgrammeProblem problem) => (problem.Where.Split('/')[0], problem.Kind) switch
    {
        ("exceptions", ProgrammeProblemKind.EmptyPeriod) => "a",
        ("exceptions", ProgrammeProblemKind.BelowMinimum or ProgrammeProblemKind.AboveMaximum or ProgrammeProblemKind.NotANumber) => "consigne",
        ("exceptions", ProgrammeProblemKind.ReasonMissing) => "motif",
        ("exceptions", _) => "jour",
        ("closures", ProgrammeProblemKind.EmptyPeriod) => "dernier",
        ("closures", _) => "premier",
        ("school", _) => "dates",
        _ => "",
    };

    private bool Load(string gateway, string device)
    {
        if (rooms.Find(gateway, device) is not { } room)
        {
            return false;
        }

        (Room, View) = (room, BoilerView.Of(room, Language));
        Current = room.Versions.FirstOrDefault(story => story.IsKept)?.Programme;
        return true;
    }
}
