using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>An alarm in one sentence: what, and since when. Pure.</summary>
internal static class AlarmSentence
{
    /// <summary>What is wrong, with its value.</summary>
    public static string Name(Alarm alarm, Language language) =>
        language.Say(AlarmTexts.All[alarm.Kind].Name, Value(alarm.Kind, alarm.Value, language), Value(alarm.Kind, alarm.Limit, language));

    /// <summary>What is wrong, and since when; from when to when once it is gone.</summary>
    public static string Of(Alarm alarm, DateTimeOffset now, TimeZoneInfo zone, Language language) => alarm.ClearedAt is { } cleared
        ? language.Say(AlarmWords.Over, Name(alarm, language), language.When(alarm.Since, now, zone), language.When(cleared, now, zone))
        : language.Say(AlarmWords.Since, Name(alarm, language), language.When(alarm.Since, now, zone));

    /// <summary>Who answers for it, or what is still to be done.</summary>
    public static string State(Alarm alarm, DateTimeOffset now, TimeZoneInfo zone, Language language) => alarm switch
    {
        { ClosedAt: { } closed, ClosedBy.Length: > 0 } => language.Say(AlarmWords.ClosedBy, alarm.ClosedBy, language.When(closed, now, zone), Closure(alarm, language)),
        { ClosedAt: { } closed } => language.Say(AlarmWords.ClosedAlone, language.When(closed, now, zone), Closure(alarm, language)),
        { ClearedAt: { } cleared } => language.Say(AlarmWords.Cleared, language.When(cleared, now, zone)),
        { ShelvedUntil: { } until } when until > now => language.Say(AlarmWords.ShelvedBy, alarm.ShelvedBy, language.When(until, now, zone)),
        { AcknowledgedAt: { } at, AcknowledgedBy: { } by, IsTaken: false } => language.Say(AlarmWords.TakenBefore, by, language.When(at, now, zone)),
        { AcknowledgedAt: { } at, AcknowledgedBy: { } by } => language.Say(AlarmWords.TakenBy, by, language.When(at, now, zone)),
        _ => language.Say(AlarmWords.NotTaken),
    };

    private static string Closure(Alarm alarm, Language language) =>
        language.Say(ClosureWords.All[alarm.Closure]) + (alarm.Note.Length > 0 ? $" ({alarm.Note})" : "");

    private static string Value(AlarmKind kind, double? value, Language language) => (kind, value) switch
    {
        (_, null) => "?",
        (AlarmKind.ShortCycling or AlarmKind.OrderRefused or AlarmKind.CalendarEnds or AlarmKind.StartMistimed, { } number) => language.Number(number, 0),
        (AlarmKind.ReturnTooWarm or AlarmKind.FuelLow or AlarmKind.EfficiencyDrift, { } share) => language.Percent(share / 100),
        (AlarmKind.LowPressure, { } bar) => language.Measure(bar, 1, "bar"),
        (AlarmKind.MakeUpWater, { } volume) => language.Measure(volume * 1000, 0, "L"),
        (_, { } degrees) => language.Measure(degrees, 1, "°C"),
    };
}
