using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Weeks, exceptions, closures and versions in words. Pure.</summary>
internal static class ProgrammeText
{
    /// <summary>The days of a week, Monday first, as people name them.</summary>
    public static IReadOnlyList<string> Days(Language language) =>
        [.. Enumerable.Range(0, 7).Select(index => language.WeekDay(new DateOnly(2024, 1, 1).AddDays(index)))];

    /// <summary>The slots of one day: « 08:00–12:00, 14:00–18:00 »; another mode than occupied is named.</summary>
    public static string Slots(IReadOnlyList<Slot> slots, Language language) => slots.Count == 0
        ? language.Say(ProgrammeWords.Nobody)
        : string.Join(", ", slots.Select(slot => $"{slot.From}–{slot.To}"
            + (slot.Mode == ProgrammeMode.Occupied ? "" : Language.Hard + language.Say(ModeWords.Of(slot.Mode)))));

    /// <summary>The usual week, days that are alike together: « lundi, mardi : 08:00–18:00 ».</summary>
    public static IReadOnlyList<(string Days, string Slots)> Week(WeekPattern week, Language language)
    {
        var names = Days(language);
        return
        [
            .. week.Days.Select((slots, index) => (Name: names[index], Slots: Slots(slots, language)))
                .GroupBy(day => day.Slots, StringComparer.Ordinal)
                .Select(group => (string.Join(", ", group.Select(day => day.Name)), group.Key)),
        ];
    }

    /// <summary>What a zone does now and next.</summary>
    public static string NowAndNext(Timetable timetable, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var present = timetable.At(now);
        var cause = present.Cause switch
        {
            ScheduleCause.PublicHoliday => " " + language.Say(ProgrammeWords.CauseHoliday, HolidayWords.Say(present.Name, language)),
            ScheduleCause.SchoolHoliday => " " + language.Say(ProgrammeWords.CauseSchool, present.Name),
            ScheduleCause.Closure => " " + language.Say(ProgrammeWords.CauseClosure, present.Name),
            ScheduleCause.Exception => " " + language.Say(ProgrammeWords.CauseException, present.Name),
            _ => "",
        };
        return (timetable.NextAfter(now) is { } next
            ? language.Say(ProgrammeWords.NowUntil, Mode(present, language), Degrees(present.Setpoint, language),
                Mode(next.To, language), Degrees(next.To.Setpoint, language), language.AtWhen(next.At, now, zone))
            : language.Say(ProgrammeWords.NowAlways, Mode(present, language), Degrees(present.Setpoint, language))) + cause;
    }

    /// <summary>One exception in a line.</summary>
    public static string Of(ScheduleException one, ZoneProgramme zone, Language language) => language.Say(ProgrammeWords.ExceptionLine,
        Dated(one.From.Day, language),
        one.From.Minute.ToString(),
        one.To.Day == one.From.Day ? one.To.Minute.ToString() : $"{Dated(one.To.Day, language)}{Language.Hard}{one.To.Minute}",
        language.Say(ModeWords.Of(one.Mode)),
        Degrees(one.Setpoint ?? one.Mode.Setpoint(zone.Settings.Setpoints), language), one.Reason, one.By);

    /// <summary>One closure in a line; its last day is the last one closed.</summary>
    public static string Of(Closure one, Language language) => language.Say(ProgrammeWords.ClosureLine,
        language.Day(one.From), language.Day(one.To.AddDays(-1)), language.Say(ModeWords.Of(one.Mode)), one.Reason, one.By);

    /// <summary>What differs between two versions of a zone, one line a difference.</summary>
    public static IReadOnlyList<string> Differences(ZoneProgramme before, ZoneProgramme after, Language language)
    {
        var (old, now) = (before.Settings.Setpoints, after.Settings.Setpoints);
        var degrees = new[]
        {
            (Word: ModeWords.Occupied, Old: old.Comfort, Now: now.Comfort),
            (Word: ModeWords.Reduced, Old: old.Reduced, Now: now.Reduced),
            (Word: ModeWords.Frost, Old: old.Frost, Now: now.Frost),
        };
        return
        [
            .. WeekDifferences(before, after, language),
            .. degrees.Where(one => !one.Old.Equals(one.Now))
                .Select(one => language.Say(ProgrammeWords.TemperatureWas, language.Say(one.Word), Degrees(one.Now, language), Degrees(one.Old, language))),
        ];
    }

    /// <summary>The days whose hours differ, one line a day.</summary>
    public static IEnumerable<string> WeekDifferences(ZoneProgramme before, ZoneProgramme after, Language language)
    {
        var names = Days(language);
        return Enumerable.Range(0, 7)
            .Where(index => !before.Week.Days[index].SequenceEqual(after.Week.Days[index]))
            .Select(index => language.Say(ProgrammeWords.DayWas, names[index], Slots(after.Week.Days[index], language), Slots(before.Week.Days[index], language)));
    }

    /// <summary>A day with its name: « jeudi 26 novembre 2026 ».</summary>
    public static string Dated(DateOnly day, Language language) => language.WeekDay(day) + Language.Hard + language.Day(day);

    public static string Degrees(double value, Language language) => language.Measure(value, 1, "°C");

    private static string Mode(Timetabled what, Language language) => language.Say(ModeWords.Of(what.Mode));
}
