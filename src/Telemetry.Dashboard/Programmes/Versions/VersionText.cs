using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes.Versions;

/// <summary>What is read over before a programme changes at one blow: an older version put back, heating stopped, more than the law allows. Pure.</summary>
internal static class VersionText
{
    /// <summary>Whether a mode leaves the rooms to their frost protection.</summary>
    public static bool StopsHeating(ProgrammeMode mode) => mode is ProgrammeMode.Frost or ProgrammeMode.Stop;

    /// <summary>What an exception asks, where it must be read over: it stops heating, or lies above the legal limit of a zone concerned. Empty where it need not.</summary>
    public static IReadOnlyList<string> Careful(ScheduleException one, Programme programme, Language language)
    {
        var zones = programme.Zones.Where(zone => one.Concerns(zone.Zone.Id)).ToList();
        var legal = zones.Select(zone => SettingRules.Of(Setting.Comfort, zone.Zone.Premises, zone.Zone.Emitter).LegalMost).Min();
        var notes = new List<string>();
        if (StopsHeating(one.Mode))
        {
            notes.Add(language.Say(ProgrammeWords.StopsHeating));
        }

        if (one.Setpoint > legal)
        {
            notes.Add(language.Say(ProgrammeWords.AboveLegal, ProgrammeText.Degrees(legal.Value, language)));
        }

        return notes.Count == 0 || zones.Count == 0 ? [] : [ProgrammeText.Of(one, zones[0], language), .. notes];
    }

    /// <summary>What a closure asks, where it must be read over. Empty where it need not.</summary>
    public static IReadOnlyList<string> Careful(Closure one, Language language) =>
        StopsHeating(one.Mode) ? [ProgrammeText.Of(one, language), language.Say(ProgrammeWords.StopsHeating)] : [];

    /// <summary>What differs between two versions, one line a difference.</summary>
    public static IReadOnlyList<string> Differences(Programme before, Programme after, IReadOnlyList<ControllerSetting> controller, Language language) =>
    [
        .. after.Zones.SelectMany(zone => before.Find(zone.Zone.Id) is { } old ? OfZone(old, zone, after.Zones.Count > 1, language) : []),
        .. SettingText.Differences(before, after, after.Zones[0], controller, language),
        .. Apart(before.Exceptions, after.Exceptions, one => ProgrammeText.Of(one, after.Zones.FirstOrDefault(zone => one.Concerns(zone.Zone.Id)) ?? after.Zones[0], language), language),
        .. Apart(before.Closures, after.Closures, one => ProgrammeText.Of(one, language), language),
        .. Apart(before.School.Holidays, after.School.Holidays, one => language.Say(ProgrammeWords.SchoolHoliday, one.Name, language.Day(one.From), language.Day(one.To)), language),
    ];

    private static IEnumerable<string> OfZone(ZoneProgramme before, ZoneProgramme after, bool named, Language language)
    {
        var lines = ProgrammeText.WeekDifferences(before, after, language)
            .Concat(Was(ProgrammeWords.RestOfTime, before.Week.Otherwise, after.Week.Otherwise, language))
            .Concat(Was(ProgrammeWords.OnHolidays, before.Holidays.PublicHolidays, after.Holidays.PublicHolidays, language))
            .Concat(Was(ProgrammeWords.OnSchoolHolidays, before.Holidays.SchoolHolidays, after.Holidays.SchoolHolidays, language));
        return named ? lines.Select(line => $"{after.Zone.Name} · {line}") : lines;
    }

    private static IEnumerable<string> Was(Phrase what, ProgrammeMode? before, ProgrammeMode? after, Language language)
    {
        string Name(ProgrammeMode? mode) => language.Say(mode is { } one ? ModeWords.Of(one) : ProgrammeWords.AsUsual);
        return before == after ? [] : [language.Say(ProgrammeWords.DayWas, language.Say(what), Name(after), Name(before))];
    }

    private static IEnumerable<string> Apart<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> line, Language language)
    {
        var (old, now) = (before.Select(line).ToList(), after.Select(line).ToList());
        return old.Except(now, StringComparer.Ordinal).Select(one => language.Say(ProgrammeWords.GoesAway, one)).Concat(now.Except(old, StringComparer.Ordinal).Select(one => language.Say(ProgrammeWords.ComesBack, one)));
    }
}
