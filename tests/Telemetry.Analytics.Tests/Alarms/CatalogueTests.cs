using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>Every line of the catalogue, in virtual time: not before its delay, then raised; gone when the trouble is.</summary>
public sealed class CatalogueTests
{
    private const string School = "ecole";

    [Fact]
    public void HealthyTown_AWholeDay_RaisesNothing()
    {
        var town = new BoilerTown().Pass(TimeSpan.FromHours(25));

        Assert.Empty(town.Changes);
    }

    /// <summary>Inputs that are trouble when they are on.</summary>
    [Theory]
    [InlineData("safety.trip", "A01", 0, Severity.P1)]
    [InlineData("fault.overtemperature", "A01", 0, Severity.P1)]
    [InlineData("fault.state", "A02", 10, Severity.P2)]
    [InlineData("burner.lockout", "A02", 10, Severity.P2)]
    [InlineData("fault.flame", "A02", 10, Severity.P2)]
    [InlineData("gas.detected", "A03", 0, Severity.P1)]
    [InlineData("water.leak", "A04", 10, Severity.P1)]
    [InlineData("fault.water.pressure", "A05", 300, Severity.P2)]
    [InlineData("pump.fault", "A13", 60, Severity.P2)]
    [InlineData("programme.conflict", "A37", 0, Severity.P3)]
    [InlineData("disinfection.missed", "A22", 0, Severity.P2)]
    [InlineData("local.state", "A27", 0, Severity.P3)]
    [InlineData("mains.lost", "A29", 10, Severity.P2)]
    [InlineData("maintenance.due", "A36", 0, Severity.P4)]
    [InlineData("door.open", "A39", 60, Severity.P2)]
    [InlineData("ups.fault", "A40", 300, Severity.P3)]
    public void Input_On_IsRaisedAfterItsDelay_AndGoesWithIt(string point, string code, int seconds, Severity severity)
    {
        var town = Quiet(point, 0);
        town.Set(School, point, 1);
        if (seconds > 30)
        {
            town.Pass(TimeSpan.FromSeconds(seconds - 30));
            Assert.Equal("", town.Standing);
        }

        town.Pass(2);
        Assert.Equal(code, town.Standing);
        Assert.Equal(severity, town.Changes[0].Severity);

        town.Set(School, point, 0);
        town.Pass(4);
        Assert.Equal("", town.Standing);
    }

    /// <summary>Values against a limit: raised after the delay, kept within the hysteresis, gone beyond it.</summary>
    [Theory]
    [InlineData("water.pressure", 1.5, 0.95, 1.05, 1.15, "A05", 5, Severity.P2)]
    [InlineData("water.pressure", 1.5, 0.75, 1.05, 1.15, "A05", 5, Severity.P1)]
    [InlineData("flow.temperature", 60, 96, 93, 91, "A07", 2, Severity.P2)]
    [InlineData("room.temperature", 19, 4.5, 5.5, 6.5, "A09", 5, Severity.P1)]
    [InlineData("dhw.outlet.temperature", 58, 54, 55.5, 57, "A21", 30, Severity.P2)]
    [InlineData("dhw.loop.temperature", 52, 49, 50.5, 52, "A21", 30, Severity.P2)]
    [InlineData("dhw.mixed.temperature", 45, 54, 52, 50, "A23", 1, Severity.P1)]
    [InlineData("fuel.level", 60, 24, 28, 31, "A35", 60, Severity.P3)]
    [InlineData("fuel.level", 60, 9, 28, 31, "A35", 60, Severity.P2)]
    public void Value_PastItsLimit_IsRaisedAfterItsDelay_WithHysteresis(
        string point, double good, double bad, double between, double back, string code, double minutes, Severity severity)
    {
        var town = Quiet(point, good);
        town.Set(School, point, between);
        Assert.DoesNotContain(code, town.Pass(minutes + 2).Standing, StringComparison.Ordinal);

        town.Set(School, point, bad);
        Assert.DoesNotContain(code, town.Pass(minutes - 0.5).Standing, StringComparison.Ordinal);
        Assert.Contains(code, town.Pass(2).Standing, StringComparison.Ordinal);
        Assert.Equal((severity, bad), (town.Changes.First(one => one.Kind.Code == code).Severity, town.Changes.First(one => one.Kind.Code == code).Value));

        town.Set(School, point, between);
        Assert.Contains(code, town.Pass(15).Standing, StringComparison.Ordinal);

        town.Set(School, point, back);
        Assert.DoesNotContain(code, town.Pass(15).Standing, StringComparison.Ordinal);
    }

    [Fact]
    public void FlowTooHot_Underfloor_IsDangerous()
    {
        var town = Quiet("flow.temperature.max", 45);
        town.Set(School, "flow.temperature", 51);
        town.Pass(4);

        Assert.Equal(Severity.P1, town.Last(AlarmKind.FlowTooHot).Severity);
    }

    [Fact]
    public void FlowTooCold_OnlyWithThePumpOn_AndNotWhileItRises()
    {
        var town = Quiet("flow.temperature", 55);
        town.Set(School, "flow.temperature.sp", 70);
        town.Set(School, "pump.state", 0);
        Assert.Equal("", town.Pass(60).Standing);

        town.Set(School, "pump.state", 1);
        for (var flow = 30.0; flow < 50; flow += 1)
        {
            town.Set(School, "flow.temperature", flow);
            town.Pass(4);
        }

        Assert.Equal("", town.Standing);
        town.Set(School, "flow.temperature", 50);
        Assert.Equal("A08", town.Pass(42).Standing);
        Assert.Equal(Severity.P2, town.Last(AlarmKind.FlowTooCold).Severity);
    }

    [Fact]
    public void OrderWithoutEffect_UntilAnotherIsSeenOrItIsOver()
    {
        var town = Quiet("pump.state", 1);
        town.Order(School, OrderState.Confirmed);
        Assert.Equal("", town.Pass(1).Standing);

        town.Order(School, OrderState.NoEffect);
        Assert.Equal("A25", town.Pass(1).Standing);
        Assert.Equal(Severity.P3, town.Last(AlarmKind.OrderWithoutEffect).Severity);

        town.Order(School, OrderState.Released);
        Assert.Equal("", town.Pass(1).Standing);
    }

    [Fact]
    public void StartMistimed_ThreeDaysOnEnd_UntilAGoodMorning()
    {
        var town = Quiet("programme.warmup.misses", 2);
        Assert.Equal("", town.Pass(2).Standing);

        town.Set(School, "programme.warmup.misses", 3);
        Assert.Equal("A17", town.Pass(2).Standing);
        Assert.Equal(Severity.P4, town.Last(AlarmKind.StartMistimed).Severity);

        // A gateway that has just started has judged no morning yet: nothing is known, so nothing changes.
        town.Set(School, "programme.warmup.misses", 0, quality: Quality.NoSensor);
        Assert.Equal("A17", town.Pass(5).Standing);
        town.Set(School, "programme.warmup.misses", 0);
        Assert.Equal("", town.Pass(2).Standing);
    }

    [Fact]
    public void CalendarEnds_SixtyDaysAhead_WorseAtFourteen()
    {
        var town = Quiet("programme.calendar.days", 60);
        Assert.Equal("", town.Pass(2).Standing);

        town.Set(School, "programme.calendar.days", 59);
        Assert.Equal("A31", town.Pass(2).Standing);
        Assert.Equal(Severity.P4, town.Last(AlarmKind.CalendarEnds).Severity);

        town.Set(School, "programme.calendar.days", 13);
        Assert.Equal(Severity.P3, town.Pass(2).Last(AlarmKind.CalendarEnds).Severity);

        town.Set(School, "programme.calendar.days", 300);
        Assert.Equal("", town.Pass(3).Standing);
    }

    [Fact]
    public void EfficiencyDrift_OfTheBuildingThatDrifts_AndOnlyOnceItIsJudged()
    {
        var town = Quiet("pump.state", 1);
        Assert.Equal("", town.Pass(2).Standing);

        town.Board.Hear(new Dictionary<(string, string), double> { [(BoilerTown.Municipality, School)] = 0.12, [(BoilerTown.Municipality, "mairie")] = 0 });
        Assert.Equal("A19", town.Pass(1).Standing);
        Assert.Equal((Severity.P3, 12), (town.Last(AlarmKind.EfficiencyDrift).Severity, Math.Round(town.Last(AlarmKind.EfficiencyDrift).Value!.Value)));

        town.Board.Hear(new Dictionary<(string, string), double> { [(BoilerTown.Municipality, School)] = 0 });
        Assert.Equal("", town.Pass(2).Standing);
    }

    [Fact]
    public void FrostProtectionOff_OnlyInTheCold()
    {
        var town = Quiet("safety.state", 1);
        Assert.Equal("A43", town.Pass(10).Standing);

        town.Set(School, "outdoor.temperature", 4.5);
        Assert.Contains("A10", town.Pass(1).Standing, StringComparison.Ordinal);
        Assert.Equal(Severity.P1, town.Last(AlarmKind.FrostProtectionOff).Severity);
    }

    /// <summary>At 12 °C outdoors nothing freezes, and nothing heats either: an alarm as long as it lasts.</summary>
    [Fact]
    public void SafeState_StaysOnWhileItLasts()
    {
        var town = Quiet("safety.state", 0);
        foreach (var site in new[] { School, "mairie", "gymnase" })
        {
            town.Set(site, "outdoor.temperature", 12);
        }

        Assert.Equal("", town.Pass(2).Standing);

        town.Set(School, "safety.state", 1);
        Assert.Equal("A43", town.Look().Standing);
        Assert.Equal(Severity.P2, town.Last(AlarmKind.SafeState).Severity);
        Assert.Equal("A43", town.Pass(TimeSpan.FromDays(1)).Standing);

        town.Set(School, "safety.state", 0);
        Assert.Equal("", town.Pass(2).Standing);
    }

    [Theory]
    [InlineData("flow.temperature", 5, Severity.P2)]
    [InlineData("return.temperature", 60, Severity.P3)]
    public void SensorLost_WhileItsDeviceAnswers(string point, int minutes, Severity severity)
    {
        var town = Quiet(point, 50);
        town.Set(School, point, 0, quality: Quality.NoSensor);
        Assert.Equal("", town.Pass(minutes - 1).Standing);

        Assert.Equal("A11", town.Pass(2).Standing);
        Assert.Equal((severity, point), (town.Changes[0].Severity, town.Changes[0].Source.Point));
    }

    [Fact]
    public void SensorLost_NeverFitted_IsNoAlarm()
    {
        var town = new BoilerTown();
        town.Set(School, "dhw.temperature", 0, quality: Quality.NoSensor);

        Assert.Equal("", town.Pass(120).Standing);
    }

    [Fact]
    public void ImpossibleValue_DoubtedForAnHour()
    {
        var town = Quiet("return.temperature", 50);
        town.Set(School, "return.temperature", 50, quality: Quality.Suspect);
        Assert.Equal("", town.Pass(58).Standing);

        Assert.Equal("A12", town.Pass(4).Standing);
        Assert.Equal(Severity.P4, town.Last(AlarmKind.ImpossibleValue).Severity);
    }

    [Fact]
    public void PumpFault_AskedAndNotSeenRunning()
    {
        var town = Quiet("pump.feedback", 1);
        town.Set(School, "pump.feedback", 0);

        Assert.Equal("A13", town.Pass(3).Standing);
    }

    [Fact]
    public void ValveStuck_MovesAndTheWaterDoesNot()
    {
        var town = Quiet("valve.position", 20);
        for (var step = 0; step < 25; step++)
        {
            town.Set(School, "valve.position", step % 2 == 0 ? 20 : 60);
            town.Pass(2);
        }

        Assert.Equal("A14", town.Standing);
        Assert.Equal(Severity.P3, town.Last(AlarmKind.ValveStuck).Severity);
    }

    [Fact]
    public void RoomTooCold_TwoHoursInComfort_NotWhileItWarms_NotInManual()
    {
        var town = Quiet("room.temperature", 17);
        for (var room = 14.0; room < 17.4; room += 0.1)
        {
            town.Set(School, "room.temperature", room);
            town.Pass(8);
        }

        Assert.Equal("", town.Standing);
        Assert.Equal("", town.Pass(100).Standing);
        Assert.Equal("A15", town.Pass(90).Standing);

        town.Set(School, "mode", (double)HeatingMode.Manual);
        Assert.Equal("A27", town.Pass(12).Standing);
    }

    [Fact]
    public void RoomTooWarm_OnlyWhileHeated()
    {
        var town = Quiet("room.temperature", 21.5);
        town.Set(School, "pump.state", 0);
        Assert.Equal("", town.Pass(200).Standing);

        town.Set(School, "pump.state", 1);
        Assert.Equal("", town.Pass(118).Standing);
        Assert.Equal("A16", town.Pass(4).Standing);
    }

    [Fact]
    public void ShortCycling_SevenStartsInAnHour()
    {
        var town = Quiet("burner.state", 0);
        for (var start = 1; start <= 7; start++)
        {
            Assert.Equal("", town.Standing);
            town.Set(School, "burner.state", 1);
            town.Pass(4);
            town.Set(School, "burner.state", 0);
            town.Pass(4);
        }

        Assert.Equal("A18", town.Standing);
        Assert.Equal(7, town.Last(AlarmKind.ShortCycling).Value);
    }

    [Fact]
    public void ReturnTooWarm_AThirdOfTheBurningTime()
    {
        var town = Quiet("burner.state", 1);
        town.Set(School, "return.temperature", 50);
        town.Pass(TimeSpan.FromHours(16));
        town.Set(School, "return.temperature", 57);
        Assert.Equal("", town.Pass(TimeSpan.FromHours(6)).Standing);

        Assert.Equal("A20", town.Pass(TimeSpan.FromHours(4)).Standing);
    }

    [Fact]
    public void Lines_EachWatched_HasItsTestHere()
    {
        var tested = string.Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "../../../Alarms"), "Catalogue*Tests.cs").Select(File.ReadAllText));

        Assert.Empty(Catalogue.All.Select(rule => rule.Kind.Code).Distinct().Where(code => !tested.Contains($"\"{code}\"", StringComparison.Ordinal)));
    }

    // Two minutes of the point being well, so that what follows is a change.
    private static BoilerTown Quiet(string point, double value)
    {
        var town = new BoilerTown();
        town.Set(School, point, value);
        return town.Pass(2);
    }
}
