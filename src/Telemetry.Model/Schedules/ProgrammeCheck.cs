using Telemetry.Model.Calendars;
using static Telemetry.Model.Schedules.ProgrammeProblemKind;

namespace Telemetry.Model.Schedules;

/// <summary>Everything wrong with a programme, at once: asked by the page, by the centre, and by the gateway before it believes any of them.</summary>
public static class ProgrammeCheck
{
    private const int CalendarWarningDays = 60;
    private const int LongClosureDays = 7;

    /// <summary>The problems; the programme may run when none of them is more than a warning.</summary>
    /// <param name="programme">The version to come.</param>
    /// <param name="current">The version in force; null when there is none yet.</param>
    /// <param name="now">The instant, UTC.</param>
    public static IReadOnlyList<ProgrammeProblem> Problems(Programme programme, Programme? current, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var problems = new List<ProgrammeProblem>(Head(programme, current));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var clock))
        {
            problems.Add(new(UnknownTimeZone, "timeZone"));
            return problems;
        }

        problems.AddRange(ZoneCheck.Problems(programme));
        problems.AddRange(Exceptions(programme, current, clock, now));
        problems.AddRange(Closures(programme, current, CivilTime.DayOf(now, clock)));
        problems.AddRange(School(programme, CivilTime.DayOf(now, clock)));
        return problems;
    }

    /// <summary>Whether nothing in a list forbids the programme to run.</summary>
    public static bool MayRun(IEnumerable<ProgrammeProblem> problems) => problems.All(problem => problem.IsWarning);

    private static IEnumerable<ProgrammeProblem> Head(Programme programme, Programme? current)
    {
        if (programme.By.Trim().Length == 0)
        {
            yield return new(NoAuthor, "by");
        }

        if (programme.Zones.Count == 0)
        {
            yield return new(NoZone, "zones");
        }

        if (programme.Version < 1 || programme.Previous != (current?.Version ?? programme.Previous) || programme.Version <= programme.Previous)
        {
            yield return new(StaleVersion, "version") { Limit = current?.Version };
        }
    }

    private static IEnumerable<ProgrammeProblem> Exceptions(Programme programme, Programme? current, TimeZoneInfo clock, DateTimeOffset now)
    {
        var known = current?.Exceptions.Select(one => one.Id).ToHashSet() ?? [];
        var spans = programme.Exceptions.Select(one => (From: one.From.In(clock), To: one.To.In(clock))).ToList();
        for (var i = 0; i < spans.Count; i++)
        {
            var (one, where) = (programme.Exceptions[i], FormattableString.Invariant($"exceptions/{i}"));
            if (spans[i].To <= spans[i].From)
            {
                yield return new(EmptyPeriod, where);
            }
            else if (spans[i].To <= now && !known.Contains(one.Id))
            {
                yield return new(PastDates, where);
            }

            if (!Enum.IsDefined(one.Mode))
            {
                yield return new(UnknownMode, where);
            }

            foreach (var problem in Named(programme, one.Zones, where))
            {
                yield return problem;
            }

            foreach (var problem in ZoneCheck.Exception(programme, one, where))
            {
                yield return problem;
            }

            var (from, to) = spans[i];
            if (Enumerable.Range(0, i).Any(j => Share(programme.Exceptions[j].Zones, one.Zones) && from < spans[j].To && spans[j].From < to))
            {
                yield return new(OverlappingExceptions, where);
            }
        }
    }

    private static IEnumerable<ProgrammeProblem> Closures(Programme programme, Programme? current, DateOnly today)
    {
        var known = current?.Closures.Select(one => one.Id).ToHashSet() ?? [];
        for (var i = 0; i < programme.Closures.Count; i++)
        {
            var (one, where) = (programme.Closures[i], FormattableString.Invariant($"closures/{i}"));
            if (one.To <= one.From)
            {
                yield return new(EmptyPeriod, where);
            }
            else if (one.To <= today && !known.Contains(one.Id))
            {
                yield return new(PastDates, where);
            }

            if (!Enum.IsDefined(one.Mode))
            {
                yield return new(UnknownMode, where);
            }

            foreach (var problem in Named(programme, one.Zones, where))
            {
                yield return problem;
            }

            if (programme.Closures.Take(i).Any(other => Share(other.Zones, one.Zones) && one.From < other.To && other.From < one.To))
            {
                yield return new(OverlappingClosures, where);
            }

            if (programme.HotWater is not null && one.To > today && one.To.DayNumber - one.From.DayNumber >= LongClosureDays)
            {
                yield return new(HotWaterBeforeReopening, where) { Limit = 24 };
            }
        }
    }

    private static IEnumerable<ProgrammeProblem> School(Programme programme, DateOnly today)
    {
        var holidays = programme.School.Holidays;
        for (var i = 0; i < holidays.Count; i++)
        {
            if (holidays[i].To <= holidays[i].From || (i > 0 && holidays[i].From < holidays[i - 1].To))
            {
                yield return new(BadSchoolCalendar, FormattableString.Invariant($"school/{i}"));
            }
        }

        var left = programme.School.KnownUntil.DayNumber - today.DayNumber;
        if (left < CalendarWarningDays && programme.Zones.Any(zone => zone.Holidays.SchoolHolidays is not null))
        {
            yield return new(SchoolCalendarEnds, "school") { Limit = Math.Max(0, left) };
        }
    }

    private static IEnumerable<ProgrammeProblem> Named(Programme programme, IReadOnlyList<string> zones, string where) =>
        zones.Where(zone => programme.Find(zone) is null).Select(_ => new ProgrammeProblem(UnknownZone, where));

    private static bool Share(IReadOnlyList<string> some, IReadOnlyList<string> others) =>
        some.Count == 0 || others.Count == 0 || some.Intersect(others, StringComparer.Ordinal).Any();
}
