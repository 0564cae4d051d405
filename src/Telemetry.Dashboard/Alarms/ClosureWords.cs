using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Why an alarm was closed, in people's words.</summary>
internal static class ClosureWords
{
    public static readonly IReadOnlyDictionary<ClosureReason, Phrase> All = new Dictionary<ClosureReason, Phrase>
    {
        [ClosureReason.None] = new("sans motif", "without a reason"),
        [ClosureReason.ReturnedToNormal] = new("revenue à la normale", "back to normal"),
        [ClosureReason.Repaired] = new("réparé ou réglé", "repaired or set right"),
        [ClosureReason.PlannedWork] = new("travaux ou visite prévus", "planned works or visit"),
        [ClosureReason.FalseAlarm] = new("fausse alarme", "false alarm"),
        [ClosureReason.Other] = new("autre", "other"),
    };
}
