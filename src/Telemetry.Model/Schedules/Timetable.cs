using Telemetry.Model.Calendars;

namespace Telemetry.Model.Schedules;

/// <summary>What a programme says of a zone at any instant: exception, then closure, school holiday, public holiday, then the usual week. Pure.</summary>
/// <remarks>
/// An exception beats a holiday, so that a polling station on a Sunday works. A day that the school calendar does not know is an ordinary day: missing
/// dates are not « no holiday », and not a holiday either. The answer is about occupancy; optimum start and stop come on top, on the gateway. It remembers the days
/// it was asked about: keep one as long as its programme holds; not for two threads.
/// </remarks>
public sealed class Timetable
{
    private const int DaysAhead = 400;
    private const int DaysRemembered = 24;
    private readonly Programme _programme;
    private readonly ZoneProgramme _zone;
    private readonly TimeZoneInfo _clock;
    private readonly List<(DateTimeOffset From, DateTimeOffset To, ScheduleException Exception)> _exceptions;
    private readonly Dictionary<DateOnly, Day> _days = [];

    /// <summary>The timetable of a zone.</summary>
    /// <param name="programme">The programme in force.</param>
    /// <param name="zone">A zone of it.</param>
    /// <param name="clock">The time zone that <see cref="Programme.TimeZone"/> names.</param>
    public Timetable(Programme programme, ZoneProgramme zone, TimeZoneInfo clock)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(clock);
        (_programme, _zone, _clock) = (programme, zone, clock);
        _exceptions = [.. programme.Exceptions.Where(one => one.Concerns(zone.Zone.Id)).Select(one => (one.From.In(clock), one.To.In(clock), one))];
    }

    /// <summary>What holds at an instant.</summary>
    public Timetabled At(DateTimeOffset instant)
    {
        foreach (var (from, to, exception) in _exceptions)
        {
            if (instant >= from && instant < to)
            {
                return new Timetabled(exception.Mode, exception.Setpoint ?? Setpoint(exception.Mode), ScheduleCause.Exception, exception.Reason);
            }
        }

        var day = DayOf(CivilTime.DayOf(instant, _clock));
        return day.Whole ?? Week(instant, day);
    }

    /// <summary>The next instant at which something a room notices changes; null when nothing does for over a year.</summary>
    public TimetableChange? NextAfter(DateTimeOffset instant)
    {
        var now = At(instant);
        var today = CivilTime.DayOf(instant, _clock);
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            foreach (var edge in DayOf(today.AddDays(ahead)).Edges)
            {
                if (edge > instant && At(edge) is var then && !then.FeelsLike(now))
                {
                    return new TimetableChange(edge, then);
                }
            }
        }

        return null;
    }

    /// <summary>The changes of a stretch of time, for a page that draws a week: first what holds at its start.</summary>
    /// <param name="from">Start, included.</param>
    /// <param name="to">End, excluded.</param>
    public IReadOnlyList<TimetableChange> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var changes = new List<TimetableChange> { new(from, At(from)) };
        while (NextAfter(changes[^1].At) is { } next && next.At < to)
        {
            changes.Add(next);
        }

        return changes;
    }

    private Timetabled? WholeDay(DateOnly day)
    {
        if (_programme.Closures.FirstOrDefault(one => one.Concerns(_zone.Zone.Id) && one.Covers(day)) is { } closure)
        {
            return new Timetabled(closure.Mode, Setpoint(closure.Mode), ScheduleCause.Closure, closure.Reason);
        }

        if (_zone.Holidays.SchoolHolidays is { } school && _programme.School.Find(day) is { } holiday)
        {
            return new Timetabled(school, Setpoint(school), ScheduleCause.SchoolHoliday, holiday.Name);
        }

        return _zone.Holidays.PublicHolidays is { } mode && PublicHolidays.On(day, _zone.Holidays.Region) is { } name
            ? new Timetabled(mode, Setpoint(mode), ScheduleCause.PublicHoliday, name.ToString())
            : null;
    }

    private Timetabled Week(DateTimeOffset instant, Day day)
    {
        // By instants, not by what the wall clock shows: an hour that comes twice must not be lived twice.
        var mode = _zone.Week.Otherwise;
        foreach (var (from, to, inside) in day.Slots)
        {
            if (instant >= from && instant < to)
            {
                mode = inside;
                break;
            }
        }

        return new Timetabled(mode, Setpoint(mode), ScheduleCause.Week, "");
    }

    private Day DayOf(DateOnly day)
    {
        if (!_days.TryGetValue(day, out var known))
        {
            if (_days.Count >= DaysRemembered)
            {
                _days.Clear();
            }

            List<(DateTimeOffset From, DateTimeOffset To, ProgrammeMode Mode)> slots =
                [.. _zone.Week.On(day.DayOfWeek).Select(slot => (CivilTime.At(day, slot.From, _clock), CivilTime.At(day, slot.To, _clock), slot.Mode))];
            _days[day] = known = new Day(WholeDay(day), slots, [.. Edges(day, slots).Order()]);
        }

        return known;
    }

    private IEnumerable<DateTimeOffset> Edges(DateOnly day, List<(DateTimeOffset From, DateTimeOffset To, ProgrammeMode Mode)> slots)
    {
        var start = CivilTime.At(day, LocalMinute.DayStart, _clock);
        var end = CivilTime.At(day, LocalMinute.DayEnd, _clock);
        yield return start;
        foreach (var (from, to, _) in slots)
        {
            yield return from;
            yield return to;
        }

        foreach (var (from, to, _) in _exceptions)
        {
            if (from >= start && from < end)
            {
                yield return from;
            }

            if (to >= start && to < end)
            {
                yield return to;
            }
        }
    }

    private double Setpoint(ProgrammeMode mode) => mode.Setpoint(_zone.Settings.Setpoints);

    /// <summary>One day reckoned out: what holds all day, else its slots; and every instant at which something may change, in order.</summary>
    private sealed record Day(Timetabled? Whole, List<(DateTimeOffset From, DateTimeOffset To, ProgrammeMode Mode)> Slots, List<DateTimeOffset> Edges);
}
