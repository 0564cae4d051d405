using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Security;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Pages.Alarms;

/// <summary>One alarm: what, since when, what it means, what to look at first, and the answers people may give.</summary>
[Authorize(Rights.ReadBoilers)]
[EnableRateLimiting(Limits.Orders)]
internal sealed class AlarmPage(AlarmBook book, AlarmAnswers answers) : SitePage
{
    /// <summary>Longest word about a closing, characters.</summary>
    public const int LongestNote = 200;

    /// <summary>Reasons a person may give.</summary>
    public static readonly IReadOnlyList<ClosureReason> Reasons =
        [ClosureReason.Repaired, ClosureReason.PlannedWork, ClosureReason.ReturnedToNormal, ClosureReason.FalseAlarm, ClosureReason.Other];

    /// <summary>How long an alarm may be put aside, hours.</summary>
    public static readonly IReadOnlyList<int> Shelves = [2, 8, 24, 72, 168];

    public AlarmView View { get; private set; } = null!;

    public AlarmView? Cause { get; private set; }

    public IReadOnlyList<AlarmView> Children { get; private set; } = [];

    public string? Problem { get; private set; }

    [BindProperty]
    public ClosureReason? Motif { get; set; }

    [BindProperty]
    public string? Precision { get; set; }

    [BindProperty]
    public int? Heures { get; set; }

    public DateTimeOffset Now => book.Now;

    public TimeZoneInfo Zone => book.Zone;

    public bool MayAnswer => User.May(Rights.AnswerAlarms);

    public string Length(int hours) => hours < 72
        ? Say(AlarmWords.ShelveHours, Language.Number(hours, 0))
        : Say(AlarmWords.ShelveDays, Language.Number(hours / 24, 0));

    public IActionResult OnGet(Guid id) => Load(id) ? Page() : NotFound();

    /// <summary>The person takes charge.</summary>
    public IActionResult OnPostCharge(Guid id, string? from) => Do(id, view =>
    {
        answers.TakeCharge(view, HttpContext);
        return null;
    }, from == "list" ? "/alarmes" : null);

    /// <summary>The person closes it, with a reason.</summary>
    public IActionResult OnPostClose(Guid id) => Do(id, view =>
    {
        var note = (Precision ?? "").Trim();
        if (Motif is not { } reason || !Reasons.Contains(reason))
        {
            return Say(AlarmWords.NeedsReason);
        }

        if (note.Length > LongestNote)
        {
            return Say(AlarmWords.LongNote, Language.Number(LongestNote, 0));
        }

        if (reason == ClosureReason.Other && note.Length == 0)
        {
            return Say(AlarmWords.NeedsNote);
        }

        return answers.Close(view, reason, note, HttpContext) ? null : Say(AlarmWords.CloseNotYet);
    });

    /// <summary>The person puts it aside until an end.</summary>
    public IActionResult OnPostShelve(Guid id) => Do(id, view => Heures is not { } hours || !Shelves.Contains(hours)
        ? Say(AlarmWords.NeedsEnd)
        : answers.Shelve(view, Now.AddHours(hours), HttpContext) ? null : Say(AlarmWords.ShelveNever));

    /// <summary>The person brings it back before its time.</summary>
    public IActionResult OnPostUnshelve(Guid id) => Do(id, view =>
    {
        answers.Unshelve(view, HttpContext);
        return null;
    });

    private IActionResult Do(Guid id, Func<AlarmView, string?> answer, string? then = null)
    {
        if (!Load(id))
        {
            return NotFound();
        }

        if (!MayAnswer)
        {
            return Forbid();
        }

        Problem = answer(View);
        return Problem is null ? Redirect(Link(then ?? View.Path)) : Page();
    }

    private bool Load(Guid id)
    {
        if (book.Find(id, Language) is not { } view)
        {
            return false;
        }

        View = view;
        Cause = view.Alarm.Cause is { } cause ? book.Find(cause, Language) : null;
        Children = [.. book.Open(Language).Where(one => one.Alarm.Cause == id && one.Alarm.Stands).Take(10)];
        return true;
    }
}
