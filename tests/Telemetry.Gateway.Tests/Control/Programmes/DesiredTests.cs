using System.Globalization;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>A week in January: what the school is to do, and what comes next. Local time is UTC + 1.</summary>
public sealed class DesiredTests
{
    private static readonly Wanted Comfort = new(HeatingMode.Comfort, 19);
    private static readonly Wanted Reduced = new(HeatingMode.Reduced, 16);

    [Fact]
    public void Of_InClass_ComfortUntilClosing()
    {
        var decision = At("2026-01-06T10:00:00Z", room: 19);

        Assert.Equal((LadderLevel.Week, Comfort, Comfort), (decision.Level, decision.Wanted, decision.Under));
        Assert.Equal((Instant("2026-01-06T17:00:00Z"), Reduced), decision.Next);
    }

    /// <summary>15 °C for 18.75 at 1.6 K/h is 2 h 20 min 38 s before opening at 08:00, hence 05:39 local.</summary>
    [Fact]
    public void Of_Night_StartsByTheLearnedRateAndSaysSo()
    {
        Lesson[] lessons = [Night(1.6), Night(1.6), Night(1.6)];

        var before = At("2026-01-06T04:39:00Z", room: 15, lessons: lessons);
        Assert.Equal((Reduced, null), (before.Wanted, before.WarmingFor));
        Assert.Equal(Instant("2026-01-06T04:39:22Z"), before.Next!.Value.At, TimeSpan.FromSeconds(1));
        Assert.Equal(Comfort, before.Next.Value.Wanted);

        var after = At("2026-01-06T04:40:00Z", room: 15, lessons: lessons);
        Assert.Equal((Comfort, Instant("2026-01-06T07:00:00Z")), (after.Wanted!, after.WarmingFor!.Value));
        Assert.Equal((Instant("2026-01-06T17:00:00Z"), Reduced), after.Next);
    }

    [Fact]
    public void Of_WarmedEarly_IsNotLetGoBeforeOpening()
    {
        var warming = At("2026-01-06T06:00:00Z", room: 15);
        Assert.NotNull(warming.WarmingFor);

        Assert.Equal(Comfort, At("2026-01-06T06:30:00Z", room: 19.2, before: warming).Wanted);
        Assert.Equal(Reduced, At("2026-01-06T06:30:00Z", room: 19.2).Wanted);
    }

    [Fact]
    public void Of_Monday_ReckonsWithTheWeekendRate()
    {
        Lesson[] lessons = [Night(3), new Lesson(AbsenceClass.Weekend, Instant("2026-01-05T07:00:00Z"), 1.5)];

        // 14 to 18.75 °C at 1.5 K/h is more than the 3 h allowed: 05:00 local; at the night's 3 K/h it would be 06:25.
        Assert.Equal(Comfort, At("2026-01-12T04:00:00Z", room: 14, lessons: lessons).Wanted);
        Assert.Equal(Reduced, At("2026-01-13T04:00:00Z", room: 14, lessons: lessons).Wanted);
    }

    [Fact]
    public void Of_RoomSensorLost_ReckonsFromTheNightsSetPoint()
    {
        // 16 to 18.75 °C at the careful 1 K/h: 2 h 45 before opening (S10: the curve alone).
        Assert.Equal(Comfort, At("2026-01-06T04:15:00Z", room: null).Wanted);
        Assert.Equal(Reduced, At("2026-01-06T04:14:00Z", room: null).Wanted);
    }

    [Fact]
    public void Of_BeforeClosing_LetsGoOnceAndForAll()
    {
        // 20 h time constant, 0 °C outside: 32 min.
        Assert.Equal(Comfort, At("2026-01-06T16:27:00Z", room: 19).Wanted);
        var coasting = At("2026-01-06T16:29:00Z", room: 19);
        Assert.Equal((Reduced, Instant("2026-01-06T17:00:00Z")), (coasting.Wanted!, coasting.CoastingTo!.Value));
        Assert.Equal(Reduced, At("2026-01-06T16:50:00Z", room: 18.4, before: coasting).Wanted);
    }

    [Fact]
    public void Of_DeepCold_RaisesTheNight() => Assert.Equal(17.5, At("2026-01-06T22:00:00Z", room: 17, outdoor: -10).Wanted!.Setpoint);

    [Fact]
    public void Of_MildDays_OffForTheSeasonButFrostIsWatched()
    {
        var mild = At("2026-01-06T10:00:00Z", room: 20, mean: 17.5);
        Assert.Equal((HeatingMode.Standby, true), (mild.Wanted!.Mode, mild.OffForSeason));
        Assert.Equal(HeatingMode.Standby, At("2026-01-06T10:00:00Z", room: 20, mean: 15.5, before: mild).Wanted!.Mode);
        Assert.Equal(Comfort, At("2026-01-06T10:00:00Z", room: 20, mean: 14.5, before: mild).Wanted);
    }

    [Fact]
    public void Of_ClosedAndFreezing_HeatsOnTheProtectionRung()
    {
        var closed = SchoolProgramme.First with
        {
            Closures = [new Closure { Id = Guid.NewGuid(), From = new DateOnly(2026, 1, 5), To = new DateOnly(2026, 1, 10), Mode = ProgrammeMode.Stop, Reason = "travaux", By = "Camille" }],
        };
        Assert.Equal((LadderLevel.Closed, HeatingMode.Standby), Level(At("2026-01-06T10:00:00Z", room: 7, programme: closed)));

        var cold = At("2026-01-06T10:00:00Z", room: 4.9, programme: closed);
        Assert.Equal((LadderLevel.Protection, HeatingMode.Reduced), Level(cold));
        Assert.Equal(HeatingMode.Reduced, cold.Under!.Mode);
        Assert.Equal((LadderLevel.Protection, HeatingMode.Reduced), Level(At("2026-01-06T10:00:00Z", room: 5.5, programme: closed, before: cold)));
        Assert.Equal((LadderLevel.Closed, HeatingMode.Standby), Level(At("2026-01-06T10:00:00Z", room: 6, programme: closed, before: cold)));
    }

    [Fact]
    public void Of_ControllerOwnsItsTimetable_IsToldAndNothingIsUnderAnOrder()
    {
        var decision = At("2026-01-06T10:00:00Z", room: 19, programme: SchoolProgramme.Owned(ScheduleOwner.Controller));

        Assert.Equal((LadderLevel.Week, Comfort, null), (decision.Level, decision.Wanted, decision.Under));
    }

    [Fact]
    public void Of_OrderInForce_DecidesUntilItsEndAndSaysWhatComesThen()
    {
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Override, Point = new(SchoolProgramme.Boilers, "room.temperature.sp"), Value = 21, Until = Instant("2026-01-06T20:00:00Z"),
            RequestedAt = Instant("2026-01-06T10:00:00Z"), ExpiresAt = Instant("2026-01-06T10:01:00Z"), By = "Camille", Reason = "réunion", Role = OrderRole.Technician,
        };
        var held = new OverrideInForce { Order = order, Previous = new Dictionary<string, double>(StringComparer.Ordinal), Confirmed = true };

        var decision = Desired.Of(Snapshot("2026-01-06T18:00:00Z", 19) with { Held = held }, SchoolProgramme.Paris);

        Assert.Equal((LadderLevel.Forced, new Wanted(HeatingMode.Comfort, 21), Reduced), (decision.Level, decision.Wanted!, decision.Under!));
        Assert.Equal((Instant("2026-01-06T20:00:00Z"), Reduced), decision.Next);
    }

    [Fact]
    public void Of_NoProgramme_TheControllerDecides() =>
        Assert.Equal((LadderLevel.Controller, null), (Desired.Of(new ZoneSnapshot { Now = Instant("2026-01-06T10:00:00Z") }, TimeZoneInfo.Utc) is var decision ? (decision.Level, decision.Wanted) : default));

    [Fact]
    public void Of_BurnerJustStarted_IsNotStoppedForComfort()
    {
        var before = At("2026-01-06T16:59:00Z", room: 18);
        var young = Snapshot("2026-01-06T17:00:00Z", 18) with { Before = before };
        young = young with { Plant = young.Plant with { Burner = true, BurnerSince = Instant("2026-01-06T16:57:00Z") } };
        Assert.Equal((LadderLevel.Equipment, Comfort), (Desired.Of(young, SchoolProgramme.Paris).Level, Desired.Of(young, SchoolProgramme.Paris).Wanted!));

        var rested = young with { Plant = young.Plant with { BurnerSince = Instant("2026-01-06T16:55:00Z") } };
        Assert.Equal(Reduced, Desired.Of(rested, SchoolProgramme.Paris).Wanted);
    }

    [Theory]
    [InlineData("2026-01-06", AbsenceClass.Night)]
    [InlineData("2026-01-12", AbsenceClass.Weekend)]
    public void Absence_OneNightOrAWeekend(string opening, object expected) => Assert.Equal(
        expected, Desired.Absence(new Timetable(SchoolProgramme.First, SchoolProgramme.Classes, SchoolProgramme.Paris), Instant(opening + "T07:00:00Z")));

    [Fact]
    public void Absence_AfterALongClosure_IsItsOwnClass()
    {
        var closed = SchoolProgramme.First with
        {
            Closures = [new Closure { Id = Guid.NewGuid(), From = new DateOnly(2026, 1, 5), To = new DateOnly(2026, 1, 12), Reason = "travaux", By = "Camille" }],
        };

        Assert.Equal(AbsenceClass.Long, Desired.Absence(new Timetable(closed, closed.Zones[0], SchoolProgramme.Paris), Instant("2026-01-12T07:00:00Z")));
    }

    [Fact]
    public void WarmUp_ReachesTheAim_TeachesItsRate()
    {
        var start = new WarmUp(AbsenceClass.Night, Instant("2026-01-06T05:00:00Z"), 15, 19);
        var (on, nothing) = start.Look(Instant("2026-01-06T06:00:00Z"), 17, spoilt: false);
        Assert.Equal((start, null), (on, nothing));

        var (over, lesson) = start.Look(Instant("2026-01-06T07:30:00Z"), 18.75, spoilt: false);
        Assert.Null(over);
        Assert.Equal((AbsenceClass.Night, 1.5), (lesson!.Class, lesson.KelvinPerHour));
    }

    [Fact]
    public void WarmUp_SpoiltLostOrIncredible_TeachesNothing()
    {
        var start = new WarmUp(AbsenceClass.Night, Instant("2026-01-06T05:00:00Z"), 15, 19);

        Assert.Equal((null, null), start.Look(Instant("2026-01-06T06:00:00Z"), 18.9, spoilt: true));
        Assert.Equal((null, null), start.Look(Instant("2026-01-06T06:00:00Z"), null, spoilt: false));
        Assert.Equal((null, null), start.Look(Instant("2026-01-06T05:05:00Z"), 19, spoilt: false));
        Assert.Equal((null, null), start.Look(Instant("2026-01-06T05:20:00Z"), 19, spoilt: false));
    }

    private static (LadderLevel, HeatingMode) Level(ZoneDecision decision) => (decision.Level, decision.Wanted!.Mode);

    private static Lesson Night(double rate) => new(AbsenceClass.Night, Instant("2026-01-05T07:00:00Z"), rate);

    private static ZoneDecision At(
        string instant, double? room, double outdoor = 0, double? mean = null, IReadOnlyList<Lesson>? lessons = null, Programme? programme = null, ZoneDecision? before = null) =>
        Desired.Of(Snapshot(instant, room) with
        {
            Plant = new PlantFacts { Room = room, Outdoor = outdoor, Flow = 40 }, MeanOutdoor = mean, Lessons = lessons ?? [], Programme = programme ?? SchoolProgramme.First, Before = before,
        }, SchoolProgramme.Paris);

    private static ZoneSnapshot Snapshot(string instant, double? room) => new()
    {
        Now = Instant(instant), Room = room, Plant = new PlantFacts { Room = room, Outdoor = 0, Flow = 40 }, Programme = SchoolProgramme.First,
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
