using Microsoft.AspNetCore.Authorization;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Pages.Alarms;

/// <summary>The open alarms, what hurts most first; what another explains is counted there and not listed.</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class AlarmList(AlarmBook book) : SitePage
{
    /// <summary>Most alarms in one list: a page stays light whatever happens.</summary>
    public const int Most = 18;

    public IReadOnlyList<AlarmView> Standing { get; private set; } = [];

    public IReadOnlyList<AlarmView> ToClose { get; private set; } = [];

    public IReadOnlyList<AlarmView> Aside { get; private set; } = [];

    public string Counts => Say(AlarmWords.Counts,
        Count(view => view.Alarm.Severity is Severity.P1 or Severity.P2), Count(view => view.Alarm.Severity == Severity.P3), Count(view => view.Alarm.Severity == Severity.P4));

    public void OnGet()
    {
        var (open, now) = (book.Open(Language), book.Now);
        Standing = [.. open.Where(view => view.Alarm is { Stands: true, Cause: null } && !view.Alarm.IsShelved(now))];
        ToClose = [.. open.Where(view => view.Alarm.State == AlarmState.Cleared)];
        Aside = [.. open.Where(view => view.Alarm is { Stands: true, Cause: null } && view.Alarm.IsShelved(now))];
    }

    private string Count(Func<AlarmView, bool> which) => Language.Number(Standing.Count(which), 0);
}
