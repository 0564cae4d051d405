using Telemetry.Gateway.Control.Heating;
using Telemetry.Gateway.Tests.Control.Programmes;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Tests.Control.Heating;

/// <summary>Mondays at 02:00 local, 70 °C: 01:00 UTC in winter. 5 January 2026 is a Monday.</summary>
public sealed class HotWaterRunTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly Timetable Week = new(SchoolProgramme.First, SchoolProgramme.Classes, SchoolProgramme.Paris);

    [Fact]
    public void Look_BeforeTheHour_Nothing_ThenItRuns()
    {
        Assert.False(Look(new HotWaterBook(), Monday.AddSeconds(-1), 58).Running);
        var running = Look(new HotWaterBook(), Monday, 58);
        Assert.Equal((true, Monday), (running.Running, running.Due));
        Assert.False(Look(new HotWaterBook(), Monday.AddDays(1), 58).Running);
    }

    [Fact]
    public void Look_ColdestHeldForItsTime_IsMet_AndNotASecondEarlier()
    {
        var book = Look(new HotWaterBook(), Monday, 58);
        book = Look(book, Monday.AddMinutes(40), 70);
        Assert.True(Look(book, Monday.AddMinutes(42).AddSeconds(-1), 70).Running);
        Assert.Equal((false, HotWaterRunEnd.Met), (Look(book, Monday.AddMinutes(42), 70).Running, Look(book, Monday.AddMinutes(42), 70).End));
    }

    [Fact]
    public void Look_ADipBelow_BeginsTheTimeAgain()
    {
        var book = Look(Look(new HotWaterBook(), Monday, 58), Monday.AddMinutes(40), 70);
        book = Look(book, Monday.AddMinutes(41), 69.9);
        Assert.True(Look(Look(book, Monday.AddMinutes(42), 70), Monday.AddMinutes(43), 70).Running);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(65, 4)]
    [InlineData(70, 2)]
    [InlineData(75, 2)]
    public void Hold_AsTheDecreeHasIt(double celsius, int minutes) => Assert.Equal(minutes, HotWaterRun.Hold(celsius).TotalMinutes);

    [Fact]
    public void Look_FourHoursInVain_IsNotMet_AndRepeatedOnceOnly()
    {
        var book = Look(Look(new HotWaterBook(), Monday, 58), Monday.AddHours(1), 63);
        var failed = Look(book, Monday.AddHours(4), 63);
        Assert.Equal((false, HotWaterRunEnd.NotMet), (failed.Running, failed.End));
        Assert.False(Look(failed, Monday.AddHours(5), 63).Running);

        var again = Look(failed, Monday.AddDays(1), 63);
        Assert.Equal((true, true), (again.Running, again.Repeats));
        var failedAgain = Look(Look(again, Monday.AddDays(1).AddHours(1), 63), Monday.AddDays(1).AddHours(4), 63);
        Assert.False(Look(failedAgain, Monday.AddDays(2), 63).Running);
        Assert.True(Look(failedAgain, Monday.AddDays(7), 63).Running);
    }

    [Fact]
    public void Look_NoSensor_IsNotMeasured_AndNotRepeated()
    {
        var ended = Look(Look(new HotWaterBook(), Monday, null), Monday.AddHours(4), null);
        Assert.Equal(HotWaterRunEnd.NotMeasured, ended.End);
        Assert.False(Look(ended, Monday.AddDays(1), null).Running);
    }

    [Fact]
    public void Look_GatewayBackTooLate_LetsItBe_InTimeRunsIt()
    {
        Assert.True(Look(new HotWaterBook(), Monday.AddHours(3.9), 58).Running);
        Assert.False(Look(new HotWaterBook(), Monday.AddHours(4), 58).Running);
    }

    [Fact]
    public void Look_ClockSetBackBeforeItsBeginning_EndsIt() =>
        Assert.False(Look(Look(new HotWaterBook(), Monday, 58), Monday.AddHours(-1), 58).Running);

    [Fact]
    public void Look_BeforeReopeningAfterAWeek_RunsOnAnyDay()
    {
        // Closed from Wednesday the 7th to Wednesday the 21st, excluded: people come back that day at 08:00.
        var closed = SchoolProgramme.First with { Closures = [new Closure { Id = Guid.NewGuid(), From = new DateOnly(2026, 1, 7), To = new DateOnly(2026, 1, 21), Mode = ProgrammeMode.Frost, Reason = "travaux", By = "Camille" }] };
        var timetable = new Timetable(closed, SchoolProgramme.Classes, SchoolProgramme.Paris);
        var wednesday = new DateTimeOffset(2026, 1, 21, 1, 0, 0, TimeSpan.Zero);
        var never = HotWaterSettings.Usual with { LegionellaDays = [] };

        Assert.True(HotWaterRun.Look(new HotWaterBook(), never, timetable, SchoolProgramme.Paris, wednesday, 58).Running);
        Assert.False(HotWaterRun.Look(new HotWaterBook(), never, timetable, SchoolProgramme.Paris, wednesday.AddDays(-1), 58).Running);
        // A week-end is no week.
        Assert.False(HotWaterRun.Look(new HotWaterBook(), never, Week, SchoolProgramme.Paris, Monday, 58).Running);
    }

    [Fact]
    public void Look_NightOfTheMissingHour_RunsAtItsEnd()
    {
        // Sunday 29 March 2026: 02:00 does not exist in Paris, 03:00 is 01:00 UTC.
        var sundays = HotWaterSettings.Usual with { LegionellaDays = [DayOfWeek.Sunday] };
        var due = new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero);
        Assert.False(HotWaterRun.Look(new HotWaterBook(), sundays, Week, SchoolProgramme.Paris, due.AddSeconds(-1), 58).Running);
        Assert.True(HotWaterRun.Look(new HotWaterBook(), sundays, Week, SchoolProgramme.Paris, due, 58).Running);
    }

    private static HotWaterBook Look(HotWaterBook book, DateTimeOffset now, double? coldest) =>
        HotWaterRun.Look(book, HotWaterSettings.Usual, Week, SchoolProgramme.Paris, now, coldest);
}
