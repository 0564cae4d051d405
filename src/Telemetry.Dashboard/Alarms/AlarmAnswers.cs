using System.Globalization;
using Telemetry.Analytics.Alarms;
using Telemetry.Dashboard.Journal;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>What people answer to an alarm: journalled first, then done.</summary>
internal sealed class AlarmAnswers(IAlarms alarms, IJournal journal, TimeProvider clock)
{
    /// <summary>Takes charge; the first one is kept.</summary>
    public bool TakeCharge(AlarmView view, HttpContext context) =>
        Answer(view, one => one.Acknowledge(Who(context), clock.GetUtcNow()), new() { Action = JournalActions.AlarmTaken, By = Actor.Of(context) });

    /// <summary>Closes it with a reason.</summary>
    /// <returns>False when it may not be closed.</returns>
    public bool Close(AlarmView view, ClosureReason reason, string note, HttpContext context) => Answer(
        view, one => one.Close(Who(context), reason, note, clock.GetUtcNow()),
        new() { Action = JournalActions.AlarmClosed, By = Actor.Of(context), Asked = reason.ToString(), Reason = note });

    /// <summary>Puts it aside.</summary>
    /// <returns>False when it may not be.</returns>
    public bool Shelve(AlarmView view, DateTimeOffset until, HttpContext context) => Answer(
        view, one => one.Shelve(Who(context), until, clock.GetUtcNow()),
        new() { Action = JournalActions.AlarmShelved, By = Actor.Of(context), Asked = "until " + until.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) });

    /// <summary>Brings it back.</summary>
    public bool Unshelve(AlarmView view, HttpContext context) =>
        Answer(view, one => one.Unshelve(), new() { Action = JournalActions.AlarmUnshelved, By = Actor.Of(context) });

    // What cannot be journalled is not done; what would change nothing is not journalled.
    private bool Answer(AlarmView view, Func<Alarm, Alarm> step, JournalEntry entry)
    {
        if (step(view.Alarm) == view.Alarm)
        {
            return false;
        }

        journal.Append(entry with
        {
            Object = $"{view.Alarm.Kind.Code} {view.Alarm.Source}", Site = view.Place.BuildingId, Before = view.Alarm.State.ToString(), Outcome = "done", Reference = view.Alarm.Id.ToString(),
        });
        return alarms.Answer(view.Alarm.Id, step) is not null;
    }

    private static string Who(HttpContext context) => context.User.Identity?.Name ?? Actor.Nobody;
}
