using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>The catalogue in people's words, whole.</summary>
internal static class AlarmTexts
{
    public static readonly IReadOnlyDictionary<AlarmKind, AlarmText> All = BoilerAlarmTexts.All
        .Concat(ComfortAlarmTexts.All).Concat(SystemAlarmTexts.All).ToDictionary();
}
