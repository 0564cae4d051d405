using System.Globalization;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Public and school holidays as they were filled in, the same for every zone of a boiler room.</summary>
internal sealed record HolidayForm
{
    private const int MostHolidays = 60;

    public HolidayRegion Region { get; init; }

    /// <summary>Mode on public holidays; empty for the usual week.</summary>
    public string? Feries { get; init; }

    /// <summary>Mode in school holidays; empty for the usual week.</summary>
    public string? Scolaires { get; init; }

    public SchoolZone ZoneScolaire { get; init; }

    /// <summary>One holiday a line: name; first day; day of return.</summary>
    public string? Dates { get; init; }

    public string? ConnuJusquau { get; init; }

    /// <summary>The holidays in force, ready to be changed.</summary>
    public static HolidayForm Of(Programme programme)
    {
        var rules = programme.Zones[0].Holidays;
        return new HolidayForm
        {
            Region = rules.Region,
            Feries = rules.PublicHolidays?.ToString(),
            Scolaires = rules.SchoolHolidays?.ToString(),
            ZoneScolaire = programme.School.Zone,
            Dates = string.Join('\n', programme.School.Holidays.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} ; {one.From:yyyy-MM-dd} ; {one.To:yyyy-MM-dd}"))),
            ConnuJusquau = programme.School.KnownUntil == default ? "" : programme.School.KnownUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The programme with these holidays, or what to mend.</summary>
    public (Programme Programme, IReadOnlyList<FieldProblem> Problems) Apply(Programme programme, DateOnly today, Language language)
    {
        var problems = new List<FieldProblem>();
        var holidays = Holidays(problems, language).OrderBy(one => one.From).ToList();
        DateOnly until = default;
        if (holidays.Count > 0 && !Day(ConnuJusquau ?? "", out until))
        {
            problems.Add(new("connu", language.Say(ProgrammeWords.BadKnownUntil)));
        }

        var rules = new HolidayRules { Region = Region, PublicHolidays = Mode(Feries), SchoolHolidays = Mode(Scolaires) };
        var school = holidays.Count == 0
            ? SchoolCalendar.Empty with { Zone = ZoneScolaire }
            : programme.School with
            {
                Zone = ZoneScolaire, Holidays = holidays, KnownUntil = until,
                KnownFrom = programme.School.KnownFrom == default ? today < holidays[0].From ? today : holidays[0].From : programme.School.KnownFrom,
            };
        return (programme with { School = school, Zones = [.. programme.Zones.Select(zone => zone with { Holidays = rules })] }, problems);
    }

    private static ProgrammeMode? Mode(string? word) => Enum.TryParse<ProgrammeMode>(word, out var mode) && Enum.IsDefined(mode) ? mode : null;

    private List<SchoolHoliday> Holidays(List<FieldProblem> problems, Language language)
    {
        var lines = (Dates ?? "").Split('\n', StringSplitOptions.TrimEntries);
        var holidays = new List<SchoolHoliday>();
        for (var index = 0; index < lines.Length && holidays.Count < MostHolidays; index++)
        {
            if (lines[index].Length == 0)
            {
                continue;
            }

            if (lines[index].Split(';', StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var first, var back] && Day(first, out var from) && Day(back, out var to))
            {
                holidays.Add(new(name, from, to));
                continue;
            }

            problems.Add(new("dates", language.Say(ProgrammeWords.BadSchoolLine, (index + 1).ToString(CultureInfo.InvariantCulture))));
        }

        return holidays;
    }

    private static bool Day(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1999 and < 2201;
}
