using System.Globalization;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Model.Tests.Schedules;

public sealed class TimetableTests
{
    [Theory]
    // Half-open: 08:00 is in, 18:00 is out.
    [InlineData("2026-11-26T06:59:59Z", ProgrammeMode.Reduced, ScheduleCause.Week)]
    [InlineData("2026-11-26T07:00:00Z", ProgrammeMode.Occupied, ScheduleCause.Week)]
    [InlineData("2026-11-26T16:59:59Z", ProgrammeMode.Occupied, ScheduleCause.Week)]
    [InlineData("2026-11-26T17:00:00Z", ProgrammeMode.Reduced, ScheduleCause.Week)]
    // Wednesday afternoon, Saturday, 11 November, Christmas holidays (25 December is both: the school holiday decides).
    [InlineData("2026-11-25T12:00:00Z", ProgrammeMode.Reduced, ScheduleCause.Week)]
    [InlineData("2026-11-28T10:00:00Z", ProgrammeMode.Reduced, ScheduleCause.Week)]
    [InlineData("2026-11-11T10:00:00Z", ProgrammeMode.Reduced, ScheduleCause.PublicHoliday)]
    [InlineData("2026-12-18T22:59:59Z", ProgrammeMode.Reduced, ScheduleCause.Week)]
    [InlineData("2026-12-18T23:00:00Z", ProgrammeMode.Frost, ScheduleCause.SchoolHoliday)]
    [InlineData("2026-12-25T10:00:00Z", ProgrammeMode.Frost, ScheduleCause.SchoolHoliday)]
    [InlineData("2027-01-04T07:30:00Z", ProgrammeMode.Occupied, ScheduleCause.Week)]
    // Nothing is known after July 2027: an ordinary day, not a holiday.
    [InlineData("2027-07-15T08:00:00Z", ProgrammeMode.Occupied, ScheduleCause.Week)]
    public void At_SchoolYear(string instant, ProgrammeMode mode, ScheduleCause cause)
    {
        var told = Of(School.Programme).At(At(instant));

        Assert.Equal((mode, cause), (told.Mode, told.Cause));
    }

    [Fact]
    public void At_ExceptionOnAClosedDay_Wins()
    {
        var day = new DateOnly(2026, 12, 26);
        var programme = School.Programme with
        {
            Exceptions = [School.Meeting(day, "18:00", "22:00") with { Setpoint = 18 }],
            Closures = [new Closure { Id = Guid.NewGuid(), From = day, To = day.AddDays(1), Reason = "travaux", By = "Camille", Mode = ProgrammeMode.Stop }],
        };
        var timetable = Of(programme);

        Assert.Equal((ProgrammeMode.Stop, 8), (timetable.At(At("2026-12-26T16:59:00Z")).Mode, timetable.At(At("2026-12-26T16:59:00Z")).Setpoint));
        Assert.Equal(new Timetabled(ProgrammeMode.Occupied, 18, ScheduleCause.Exception, "réunion"), timetable.At(At("2026-12-26T17:00:00Z")));
        Assert.Equal(ScheduleCause.Closure, timetable.At(At("2026-12-26T21:00:00Z")).Cause);
        Assert.Equal(At("2026-12-26T21:00:00Z"), timetable.NextAfter(At("2026-12-26T17:00:00Z"))!.At);
    }

    [Fact]
    public void NextAfter_OverChristmas_IsTheReturnMorning()
    {
        var next = Of(School.Programme).NextAfter(At("2026-12-20T10:00:00Z"));

        // The night before the return is reduced again from midnight; the children come at 08:00.
        Assert.Equal((At("2027-01-03T23:00:00Z"), ProgrammeMode.Reduced), (next!.At, next.To.Mode));
        Assert.Equal(At("2027-01-04T07:00:00Z"), Of(School.Programme).NextAfter(next.At)!.At);
    }

    [Fact]
    public void NextAfter_NothingEverChanges_Null()
    {
        var always = School.Classes with { Week = WeekPattern.Of(School.Slot("00:00", "24:00"), Enum.GetValues<DayOfWeek>()), Holidays = new HolidayRules { PublicHolidays = null } };
        var timetable = new Timetable(School.Programme with { Zones = [always] }, always, School.Paris);

        Assert.Null(timetable.NextAfter(School.Wednesday));
        Assert.Equal(ProgrammeMode.Occupied, timetable.At(At("2026-11-25T22:59:59Z")).Mode);
        Assert.Equal(ProgrammeMode.Occupied, timetable.At(At("2026-11-25T23:00:00Z")).Mode);
    }

    /// <summary>Over both nights on which clocks change, a slot lasts what the wall clock says and the repeated hour is lived once.</summary>
    [Theory]
    [InlineData("2026-10-25", "01:00", "02:30", 90)]
    [InlineData("2026-10-25", "01:00", "03:00", 180)]
    [InlineData("2026-10-25", "00:00", "24:00", 1500)]
    [InlineData("2027-03-28", "01:00", "03:00", 60)]
    [InlineData("2027-03-28", "02:15", "02:45", 0)]
    [InlineData("2027-03-28", "00:00", "24:00", 1380)]
    public void At_NightsOfClockChange_MinutesOccupied(string day, string from, string to, int minutes)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var zone = School.Classes with { Week = WeekPattern.Of(School.Slot(from, to), DayOfWeek.Sunday), Holidays = new HolidayRules { PublicHolidays = null } };
        var timetable = new Timetable(School.Programme with { Zones = [zone] }, zone, School.Paris);
        var start = CivilTime.At(date.AddDays(-1), School.Minute("12:00"), School.Paris);

        Assert.Equal(minutes, Enumerable.Range(0, 48 * 60).Count(minute => timetable.At(start.AddMinutes(minute)).Mode == ProgrammeMode.Occupied));
    }

    /// <summary>Whatever the week, walking from change to change finds every minute's mode.</summary>
    [Fact]
    public void Between_AYearOfChanges_AgreesWithEveryQuarterHour()
    {
        var timetable = Of(School.Programme);
        var (from, to) = (At("2026-10-20T00:00:00Z"), At("2027-04-05T00:00:00Z"));
        var changes = timetable.Between(from, to);

        for (var at = from; at < to; at = at.AddMinutes(15))
        {
            Assert.Equal(timetable.At(at).Mode, changes.Last(change => change.At <= at).To.Mode);
        }
    }

    private static Timetable Of(Programme programme) => new(programme, programme.Zones[0], School.Paris);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
