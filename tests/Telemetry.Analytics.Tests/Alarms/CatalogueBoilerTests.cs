using Telemetry.Model.Alarms;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>The lines of the catalogue about boilers in fault and about make-up water, in virtual time.</summary>
public sealed class CatalogueBoilerTests
{
    private const string School = "ecole";

    [Theory]
    [InlineData(8, 2, Severity.P2)]
    [InlineData(2.5, 1, Severity.P1)]
    public void BurnerFault_TurnsDangerousWithTheCold(double outdoor, int first, Severity severity)
    {
        var town = Quiet("fault.state", 0);
        town.Set(School, "outdoor.temperature", outdoor);
        town.Set(School, "fault.state", 1);
        town.Pass(3);
        Assert.Equal(((Severity)first, severity), (town.Changes.First(one => one.Kind == AlarmKind.BurnerFault).Severity, severity));

        town.Set(School, "outdoor.temperature", 2);
        town.Pass(2);
        Assert.Equal(Severity.P1, town.Last(AlarmKind.BurnerFault).Severity);
    }

    /// <summary>A boiler that tells its fault by number only: none, by any of the ways in which makers write it, is no fault.</summary>
    [Theory]
    [InlineData(0x0400, Quality.Good, "A02")]
    [InlineData(1, Quality.Good, "A02")]
    [InlineData(0, Quality.Good, "")]
    [InlineData(0xFF, Quality.Good, "")]
    [InlineData(0xFFFF, Quality.Good, "")]
    [InlineData(0, Quality.NoSensor, "")]
    [InlineData(0x0400, Quality.Suspect, "")]
    public void BurnerFault_OfABoilerByItsCode(double code, Quality quality, string standing)
    {
        var town = new BoilerTown();
        town.Install(School, "chaudiere-1", EquipmentKind.Boiler);
        town.Set(School, "fault.code", 0, "chaudiere-1");
        town.Set(School, "flow.temperature", 55, "chaudiere-1");
        town.Pass(2);
        town.Set(School, "fault.code", code, "chaudiere-1", quality);

        Assert.Equal(standing, town.Pass(2).Standing);
        Assert.All(town.Changes, change => Assert.Equal(("chaudiere-1", code), (change.Source.Equipment.Device, change.Value)));
        // A GTW-08 has no value for « no error »: it ends the alarm.
        town.Set(School, "fault.code", 0, "chaudiere-1", Quality.NoSensor);
        Assert.Equal("", town.Pass(3).Standing);
    }

    /// <summary>Where the device says whether there is a fault, its code may be an old one.</summary>
    [Fact]
    public void BurnerFault_TheStateCountsMoreThanTheCode()
    {
        var town = Quiet("fault.code", 26);
        Assert.Equal("A02", town.Standing);

        town.Set(School, "fault.state", 0);
        Assert.Equal("", town.Pass(3).Standing);
    }

    /// <summary>The only boiler of a room is all its heat; of two, one is left; of a room that tells none nobody knows.</summary>
    [Theory]
    [InlineData(0, Severity.P2)]
    [InlineData(1, Severity.P1)]
    [InlineData(2, Severity.P2)]
    public void BurnerFault_OfTheOnlyBoiler_IsUrgent(int boilers, Severity severity)
    {
        var town = new BoilerTown();
        for (var number = 1; number <= boilers; number++)
        {
            town.Set(School, $"cascade.hours.{number}", 900);
        }

        town.Install(School, "chaudiere-1", EquipmentKind.Boiler);
        town.Set(School, "fault.code", 0, "chaudiere-1");
        town.Set(School, "fault.state", 0);
        town.Pass(2);
        town.Set(School, "fault.state", 1);
        town.Set(School, "fault.code", 4, "chaudiere-1");
        town.Pass(2);

        Assert.Equal(["chaudiere-1", "chaufferie"], town.Changes.Select(change => change.Source.Equipment.Device).Order());
        Assert.All(town.Changes, change => Assert.Equal(severity, change.Severity));
    }

    [Fact]
    public void BurnerFault_OutdoorSensorLost_TheNeighboursTellTheCold_AndNobodyIsZero()
    {
        var town = Quiet("fault.state", 0);
        town.Set("mairie", "outdoor.temperature", 9);
        town.Set("gymnase", "outdoor.temperature", 9);
        town.Set(School, "outdoor.temperature", 0, quality: Quality.NoSensor);
        town.Set(School, "fault.state", 1);
        Assert.Equal(Severity.P2, town.Pass(3).Last(AlarmKind.BurnerFault).Severity);

        town.Set("mairie", "outdoor.temperature", 0, quality: Quality.NoSensor);
        town.Set("gymnase", "outdoor.temperature", 0, quality: Quality.NoSensor);
        Assert.Equal(Severity.P1, town.Pass(3).Last(AlarmKind.BurnerFault).Severity);
    }

    [Fact]
    public void MakeUpWater_TenLitresInADay()
    {
        var town = Quiet("makeup.volume", 12.000);
        town.Set(School, "makeup.volume", 12.009);
        Assert.Equal("", town.Pass(60).Standing);

        town.Set(School, "makeup.volume", 12.011);
        Assert.Equal("A06", town.Pass(2).Standing);
        Assert.Equal(Severity.P3, town.Last(AlarmKind.MakeUpWater).Severity);
    }

    /// <summary>Four litres a day, then nine: a leak that ten litres would not show. A pulse of ten litres now and then shows nothing.</summary>
    [Theory]
    [InlineData(4, 5.5, 0.001, "")]
    [InlineData(4, 9, 0.001, "A06")]
    [InlineData(1, 10, 0.010, "")]
    public void MakeUpWater_AgainstItsOwnWeek(double usual, double last, double step, string standing)
    {
        var town = Quiet("makeup.volume", 12);
        var litres = 0.0;
        void Day(double taken)
        {
            for (var part = 0; part < 6; part++)
            {
                litres += taken / 6;
                town.Set(School, "makeup.volume", 12 + (Math.Floor((litres / 1000 / step) + 1e-9) * step));
                town.Pass(TimeSpan.FromHours(4));
            }
        }

        for (var day = 0; day < 4; day++)
        {
            Day(usual);
            Assert.Equal("", town.Standing);
        }

        Day(last);
        Assert.Equal(standing, town.Standing);
    }

    // Two minutes of the point being well, so that what follows is a change.
    private static BoilerTown Quiet(string point, double value)
    {
        var town = new BoilerTown();
        town.Set(School, point, value);
        return town.Pass(2);
    }
}
