using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Security;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>The usual week of one zone: lines of hours, copied from day to day, read over, sent.</summary>
[Authorize(Rights.SteerBoilers)]
[FreshProof]
[EnableRateLimiting(Limits.Orders)]
internal sealed class WeekPage(BoilerRooms rooms, ProgrammeDesk desk) : SitePage
{
    /// <summary>The version that was changed.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vu { get; set; }

    /// <summary>Unique name of this sending.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    /// <summary>What is asked: <c>ligne-3</c>, <c>copier</c>, <c>relire</c>, <c>corriger</c>, <c>envoyer</c>.</summary>
    [BindProperty]
    public string? Geste { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Motif { get; set; }

    [BindProperty]
    public int Copie { get; set; }

    [BindProperty]
    public int[] Vers { get; set; } = [];

    public BoilerRoom Room { get; private set; } = null!;

    public ZoneProgramme Zone { get; private set; } = null!;

    public WeekForm Form { get; private set; } = null!;

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>What will change, once nothing is wrong; null while the form is being filled in.</summary>
    public IReadOnlyList<string>? Changes { get; private set; }

    public string Here => Link($"{Room.Path}/programme/semaine/{Zone.Zone.Id}");

    private Programme Current => Room.Versions.First(story => story.IsKept).Programme;

    public IActionResult OnGet(string gateway, string device, string zone)
    {
        if (!Load(gateway, device, zone))
        {
            return NotFound();
        }

        // Whoever had to prove who they are in the middle of the work finds it as it was typed.
        Vu = Vu == 0 ? Current.Version : Vu;
        (Envoi, Form) = (Guid.NewGuid(), Request.Query.ContainsKey("comfort") ? WeekForm.Read(name => Request.Query[name]) : WeekForm.Of(Zone, Language));
        return Page();
    }

    public IActionResult OnPost(string gateway, string device, string zone)
    {
        if (!Load(gateway, device, zone))
        {
            return NotFound();
        }

        Form = WeekForm.Read(name => Request.Form[name]);
        switch (Geste)
        {
            case "copier":
                Form = Form.Copied(Copie, Vers);
                return Page();
            case "relire":
                Check();
                return Page();
            case "envoyer":
                return Send();
            case { Length: > 6 } line when line.StartsWith("ligne-", StringComparison.Ordinal) && int.TryParse(line[6..], CultureInfo.InvariantCulture, out var day):
                Form = Form.WithLine(day);
                return Page();
            default:
                return Page();
        }
    }

    /// <summary>The problem of a field; null when there is none.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    // Null when something is to be mended first.
    private ZoneProgramme? Check()
    {
        var (zone, unread) = Form.Apply(Zone, Language);
        var draft = Current.With(zone).Next(Current.Version + 1, User.Identity!.Name!, Room.Facts.Now, (Motif ?? "").Trim());
        var problems = unread.Count > 0
            ? unread
            : [.. ProgrammeCheck.Problems(draft, Current, Room.Facts.Now).Where(problem => !problem.IsWarning && problem.Where.StartsWith("zones/", StringComparison.Ordinal))
                .Select(problem => new FieldProblem(problem.Kind == ProgrammeProblemKind.ReasonMissing ? "motif" : Form.FieldOf(problem), ProblemWords.Say(problem, Language)))];
        Problems = problems;
        Changes = problems.Count == 0 ? ProgrammeText.Differences(Zone, zone, Language) : null;
        return problems.Count == 0 ? zone : null;
    }

    private IActionResult Send()
    {
        if (Check() is not { } zone)
        {
            return Page();
        }

        var (problems, objection) = desk.Send(
            Room, version => Current.With(zone).Next(version, User.Identity!.Name!, Room.Facts.Now, (Motif ?? "").Trim()), Vu, Envoi, Actor.Of(HttpContext), Language);
        if (objection is null && ProgrammeCheck.MayRun(problems))
        {
            return Redirect(Link(Room.Path + "/programme") + "#etat-programme");
        }

        Problems = objection is not null ? [new("", objection)] : [.. problems.Where(one => !one.IsWarning).Select(one => new FieldProblem(Form.FieldOf(one), ProblemWords.Say(one, Language)))];
        Changes = null;
        return Page();
    }

    private bool Load(string gateway, string device, string zone)
    {
        if (rooms.Find(gateway, device) is not { } room || room.Versions.FirstOrDefault(story => story.IsKept)?.Programme.Find(zone) is not { } found)
        {
            return false;
        }

        (Room, Zone) = (room, found);
        return true;
    }
}
