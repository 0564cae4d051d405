using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using static Telemetry.Model.Schedules.ProgrammeProblemKind;

namespace Telemetry.Model.Tests.Schedules;

public sealed class ProgrammeCheckTests
{
    private static readonly DateOnly Tomorrow = new(2026, 11, 26);

    [Fact]
    public void Problems_GoodProgramme_None() => Assert.Empty(Of(School.Programme));

    [Fact]
    public void Problems_EachMistake_NamedWithItsPlace()
    {
        Says(NoAuthor, "by", School.Programme with { By = " " });
        Says(NoZone, "zones", School.Programme with { Zones = [] });
        Says(UnknownTimeZone, "timeZone", School.Programme with { TimeZone = "Europe/Valmont" });
        Says(BadZoneId, "zones/Classes 1", Zone(zone => zone with { Zone = zone.Zone with { Id = "Classes 1" } }));
        Says(BadZoneId, "zones/classes", School.Programme with { Zones = [School.Classes, School.Classes] });
        Says(BadWeek, "zones/classes/week", Zone(zone => zone with { Week = new WeekPattern { Days = [[]] } }));
        Says(EmptyWeek, "zones/classes/week", Zone(zone => zone with { Week = WeekPattern.Of(School.Slot("08:00", "10:00", ProgrammeMode.Frost), DayOfWeek.Monday) }));
        Says(EmptySlot, "zones/classes/week/Sunday/0", Day(School.Slot("10:00", "10:00")));
        Says(EmptySlot, "zones/classes/week/Sunday/0", Day(School.Slot("22:00", "06:00")));
        Says(OverlappingSlots, "zones/classes/week/Sunday/1", Day(School.Slot("08:00", "10:00"), School.Slot("09:59", "12:00")));
        Says(TooManySlots, "zones/classes/week/Sunday", Day([.. Enumerable.Range(0, 13).Select(hour => School.Slot($"{hour:00}:00", $"{hour:00}:30"))]));
        Says(BelowMinimum, "zones/classes/settings/Comfort", Settings(settings => settings with { Setpoints = new Setpoints(13.5, 12, 8) }), 14);
        Says(AboveMaximum, "zones/classes/settings/Comfort", Settings(settings => settings with { Setpoints = new Setpoints(21.5, 16, 8) }), 21);
        Says(NotANumber, "zones/classes/settings/CurveSlope", Settings(settings => settings with { Curve = settings.Curve with { Slope = double.NaN } }));
        Says(SetpointsOutOfOrder, "zones/classes/settings", Settings(settings => settings with { Setpoints = new Setpoints(16, 17, 8) }));
        Says(CurveOutOfOrder, "zones/classes/settings", Settings(settings => settings with { Curve = settings.Curve with { DesignReturn = 80 } }));
        Says(AboveMaximum, "zones/classes/settings/FlowMax", Floor(settings => settings with { Curve = settings.Curve with { FlowMax = 51 } }), 50);
        Says(ReasonMissing, "zones/classes/settings/Comfort", Settings(settings => settings with { Setpoints = new Setpoints(20, 16, 8) }), 19);
        Says(AboveMaximum, "plant/BoilerMost", School.Programme with { Plant = PlantSettings.Usual with { BoilerMost = 96 } }, 95);
        Says(BelowMinimum, "hotWater/HotWater", School.Programme with { HotWater = HotWaterSettings.Usual with { Setpoint = 50 } }, 55);
        Says(BadSchoolCalendar, "school/0", School.Programme with { School = School.Programme.School with { Holidays = [new SchoolHoliday("", Tomorrow, Tomorrow)] } });
    }

    [Fact]
    public void Problems_ExceptionsAndClosures_PastEmptyOverlappingOrNowhere()
    {
        var meeting = School.Meeting(Tomorrow, "18:00", "22:00");
        Assert.Empty(Of(School.Programme with { Exceptions = [meeting, School.Meeting(Tomorrow, "22:00", "23:00")] }));
        Says(OverlappingExceptions, "exceptions/1", School.Programme with { Exceptions = [meeting, School.Meeting(Tomorrow, "21:59", "23:00")] });
        Says(EmptyPeriod, "exceptions/0", School.Programme with { Exceptions = [School.Meeting(Tomorrow, "22:00", "18:00")] });
        Says(UnknownZone, "exceptions/0", School.Programme with { Exceptions = [meeting with { Zones = ["gymnase"] }] });
        Says(AboveMaximum, "exceptions/0", School.Programme with { Exceptions = [meeting with { Setpoint = 22 }] }, 21);
        Says(ReasonMissing, "exceptions/0", School.Programme with { Exceptions = [meeting with { Setpoint = 20, Reason = "" }] }, 19);

        var yesterday = School.Meeting(new DateOnly(2026, 11, 24), "18:00", "22:00");
        Says(PastDates, "exceptions/0", School.Programme with { Exceptions = [yesterday] });
        // What was planned in time and is over stays in the programme's history without a word.
        Assert.Empty(ProgrammeCheck.Problems(
            School.Programme with { Version = 2, Previous = 1, Exceptions = [yesterday] }, School.Programme with { Exceptions = [yesterday] }, School.Wednesday));

        var closure = new Closure { Id = Guid.NewGuid(), From = Tomorrow, To = Tomorrow.AddDays(3), Reason = "travaux", By = "Camille" };
        Says(OverlappingClosures, "closures/1", School.Programme with { Closures = [closure, closure with { Id = Guid.NewGuid(), From = Tomorrow.AddDays(2), To = Tomorrow.AddDays(4) }] });
        Says(EmptyPeriod, "closures/0", School.Programme with { Closures = [closure with { To = Tomorrow }] });
        Says(PastDates, "closures/0", School.Programme with { Closures = [closure with { From = Tomorrow.AddDays(-9), To = Tomorrow.AddDays(-2) }] });
        Says(HotWaterBeforeReopening, "closures/0", School.Programme with { HotWater = HotWaterSettings.Usual, Closures = [closure with { To = Tomorrow.AddDays(7) }] }, 24);
    }

    [Fact]
    public void Problems_NotMadeFromTheVersionInForce_Stale()
    {
        var current = School.Programme with { Version = 5, Previous = 4 };

        Assert.Contains(ProgrammeCheck.Problems(School.Programme with { Version = 5, Previous = 4 }, current, School.Wednesday), one => one.Kind == StaleVersion && one.Limit == 5);
        Assert.Empty(ProgrammeCheck.Problems(School.Programme with { Version = 6, Previous = 5 }, current, School.Wednesday));
    }

    [Fact]
    public void Problems_WarmWithAReason_WarnsAndRuns()
    {
        var warm = Settings(settings => settings with { Setpoints = new Setpoints(20, 16, 8) }) with { Reason = "salle de rééducation" };

        var problem = Assert.Single(Of(warm));

        Assert.Equal((OverLegalLimit, true, true), (problem.Kind, problem.IsWarning, ProgrammeCheck.MayRun([problem])));
    }

    [Fact]
    public void Problems_CalendarThatEndsSoon_WarnsWithTheDaysLeft()
    {
        var problem = Assert.Single(Of(School.Programme with { School = School.Programme.School with { Holidays = [], KnownUntil = new DateOnly(2027, 1, 23) } }));

        Assert.Equal((SchoolCalendarEnds, 59.0, true), (problem.Kind, problem.Limit!.Value, problem.IsWarning));
    }

    [Fact]
    public void Undo_PutsTheOlderOneBackAsANewVersion()
    {
        var second = School.Programme with { Version = 2, Previous = 1, Zones = [School.Classes with { Holidays = new HolidayRules() }] };
        var third = second.Undo(School.Programme, "Dominique", School.Wednesday.AddDays(1));

        Assert.Equal((3, 2, 1, "Dominique"), (third.Version, third.Previous, third.Restores!.Value, third.By));
        Assert.Same(School.Programme.Zones, third.Zones);
        Assert.Throws<ArgumentException>(() => School.Programme.Undo(second, "Dominique", School.Wednesday));
    }

    private static IReadOnlyList<ProgrammeProblem> Of(Programme programme) => ProgrammeCheck.Problems(programme, null, School.Wednesday);

    private static Programme Zone(Func<ZoneProgramme, ZoneProgramme> change) => School.Programme with { Zones = [change(School.Classes)] };

    private static Programme Day(params Slot[] slots) => Zone(zone => zone with { Week = zone.Week.With(DayOfWeek.Sunday, slots) });

    private static Programme Settings(Func<ZoneSettings, ZoneSettings> change) => Zone(zone => zone with { Settings = change(zone.Settings) });

    private static Programme Floor(Func<ZoneSettings, ZoneSettings> change) => Zone(zone => zone with
    {
        Zone = zone.Zone with { Emitter = Emitter.Underfloor }, Settings = change(ZoneSettings.For(Premises.Ordinary, Emitter.Underfloor)),
    });

    private static void Says(ProgrammeProblemKind kind, string where, Programme programme, double? limit = null) =>
        Assert.Contains(Of(programme), problem => problem.Kind == kind && problem.Where == where && (limit is null || problem.Limit == limit));
}
