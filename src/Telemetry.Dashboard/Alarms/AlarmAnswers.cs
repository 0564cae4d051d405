using Telemetry.Analytics.Alarms;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>What people answer to an alarm.</summary>
internal sealed class AlarmAnswers(IAlarms alarms, TimeProvider clock)
{
    /// <summary>Takes charge; the first one is kept.</summary>
    public bool TakeCharge(Alarm alarm, HttpContext context) => Answer(alarm, one => one.Acknowledge(Who(context), clock.GetUtcNow()));

    /// <summary>Closes it with a reason.</summary>
    /// <returns>False when it may not be closed.</returns>
    public bool Close(Alarm alarm, ClosureReason reason, string note, HttpContext context) =>
        Answer(alarm, one => one.Close(Who(context), reason, note, clock.GetUtcNow()));

    /// <summary>Puts it aside.</summary>
    /// <returns>False when it may not be.</returns>
    public bool Shelve(Alarm alarm, DateTimeOffset until, HttpContext context) => Answer(alarm, one => one.Shelve(Who(context), until, clock.GetUtcNow()));

    /// <summary>Brings it back.</summary>
    public bool Unshelve(Alarm alarm, HttpContext context) => Answer(alarm, one => one.Unshelve());

    private bool Answer(Alarm alarm, Func<Alarm, Alarm> step) => alarms.Answer(alarm.Id, step) is { } answered && answered != alarm;

    private static string Who(HttpContext context) => context.User.Identity?.Name ?? "?";
}
