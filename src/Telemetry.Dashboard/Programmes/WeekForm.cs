using System.Globalization;
using Microsoft.Extensions.Primitives;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>The week of a zone as a form of lines: complete without a script, and nothing typed is ever lost.</summary>
internal sealed record WeekForm
{
    /// <summary>Most lines read from a form, a day: what is beyond is no form of ours.</summary>
    private const int MostLines = WeekPattern.MostSlots + 4;

    /// <summary>The lines of each day, Monday first.</summary>
    public required IReadOnlyList<IReadOnlyList<WeekLine>> Days { get; init; }

    public required string Comfort { get; init; }

    public required string Reduced { get; init; }

    public required string Frost { get; init; }

    /// <summary>The week in force, ready to be changed: each day with a line to spare.</summary>
    public static WeekForm Of(ZoneProgramme zone, Language language) => new()
    {
        Days = [.. zone.Week.Days.Select(day => (IReadOnlyList<WeekLine>)[.. day.Select(WeekLine.Of), .. day.Count == 0 ? [WeekLine.Empty] : Array.Empty<WeekLine>()])],
        Comfort = language.Number(zone.Settings.Setpoints.Comfort, 1),
        Reduced = language.Number(zone.Settings.Setpoints.Reduced, 1),
        Frost = language.Number(zone.Settings.Setpoints.Frost, 1),
    };

    /// <summary>What was typed.</summary>
    /// <param name="field">Gives the value of a field by its name.</param>
    public static WeekForm Read(Func<string, StringValues> field) => new()
    {
        Days = [.. Enumerable.Range(0, 7).Select(day => Lines(day, field))],
        Comfort = field("comfort").ToString().Trim(),
        Reduced = field("reduced").ToString().Trim(),
        Frost = field("frost").ToString().Trim(),
    };

    /// <summary>The same form with one more line on a day.</summary>
    public WeekForm WithLine(int day) => this with { Days = [.. Days.Select((lines, index) => index == day ? [.. lines, WeekLine.Empty] : lines)] };

    /// <summary>The same form with the lines of one day on others.</summary>
    public WeekForm Copied(int from, IReadOnlyCollection<int> to) =>
        from is >= 0 and < 7 ? this with { Days = [.. Days.Select((lines, index) => to.Contains(index) ? Days[from] : lines)] } : this;

    /// <summary>The zone as the form wants it, with what could not be read.</summary>
    public (ZoneProgramme Zone, IReadOnlyList<FieldProblem> Problems) Apply(ZoneProgramme zone, Language language)
    {
        var problems = new List<FieldProblem>();
        var days = new List<IReadOnlyList<Slot>>();
        for (var day = 0; day < 7; day++)
        {
            days.Add([.. Slots(day, problems, language)]);
        }

        double Degrees(string field, string typed)
        {
            if (OrderDraft.Parse(typed) is { } value)
            {
                return value;
            }

            problems.Add(new(field, language.Say(ProgrammeWords.BadNumber)));
            return double.NaN;
        }

        var setpoints = zone.Settings.Setpoints with { Comfort = Degrees("comfort", Comfort), Reduced = Degrees("reduced", Reduced), Frost = Degrees("frost", Frost) };
        return (zone with { Week = zone.Week with { Days = days }, Settings = zone.Settings with { Setpoints = setpoints } }, problems);
    }

    /// <summary>The field that a problem of the programme is about; empty for the whole form.</summary>
    public string FieldOf(ProgrammeProblem problem)
    {
        var parts = problem.Where.Split('/');
        if (parts is ["zones", _, "week", var word, ..] && Enum.TryParse<DayOfWeek>(word, out var named))
        {
            var day = WeekPattern.IndexOf(named);
            // The programme counts the lines that say something; the form counts them all.
            var said = Days[day].Select((line, place) => (line, place)).Where(one => !one.line.IsBlank).Select(one => one.place).ToList();
            return parts.Length > 4 && int.TryParse(parts[4], CultureInfo.InvariantCulture, out var index) && index < said.Count ? Field(day, said[index], "a") : Field(day, 0, "de");
        }

        return parts is ["zones", _, "settings", var setting] && setting is "Comfort" or "Reduced" or "Frost" ? parts[3].ToLowerInvariant() : parts is ["zones", _, "settings"] ? "reduced" : "";
    }

    /// <summary>Name and id of a field of the week.</summary>
    public static string Field(int day, int line, string what) => string.Create(CultureInfo.InvariantCulture, $"j{day}-{line}-{what}");

    private IEnumerable<Slot> Slots(int day, List<FieldProblem> problems, Language language)
    {
        for (var place = 0; place < Days[day].Count; place++)
        {
            var line = Days[day][place];
            if (line.IsBlank)
            {
                continue;
            }

            if (line.ToSlot() is { } slot)
            {
                yield return slot;
                continue;
            }

            var missing = line.From.Length == 0 || line.To.Length == 0;
            problems.Add(new(Field(day, place, line.From.Length == 0 || !Telemetry.Model.Calendars.LocalMinute.TryParse(line.From, out _) ? "de" : "a"),
                language.Say(missing ? ProgrammeWords.HalfLine : ProgrammeWords.BadTime)));
        }
    }

    private static List<WeekLine> Lines(int day, Func<string, StringValues> field)
    {
        var lines = new List<WeekLine>();
        for (var place = 0; place < MostLines && field(Field(day, place, "de")) is { Count: > 0 } from; place++)
        {
            var mode = Enum.TryParse<ProgrammeMode>(field(Field(day, place, "mode")), out var known) && Enum.IsDefined(known) ? known : ProgrammeMode.Occupied;
            lines.Add(new(from.ToString().Trim(), field(Field(day, place, "a")).ToString().Trim(), mode));
        }

        return lines.Count == 0 ? [WeekLine.Empty] : lines;
    }
}
