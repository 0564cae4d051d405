using System.Text.Json;
using FirmwareSim.Control;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Town;

public sealed class SimulatedTownTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 12, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void AdvanceTo_SameSeedOtherPace_SameTrajectory()
    {
        var (one, other) = (New(7), New(7));
        one.AdvanceTo(Start.AddHours(9), 100_000);
        for (var seconds = 1.0; seconds < 9 * 3600; seconds += 777.7)
        {
            other.AdvanceTo(Start.AddSeconds(seconds), 100_000);
        }

        other.AdvanceTo(Start.AddHours(9), 100_000);

        Assert.Equal(JsonSerializer.Serialize(one.Save()), JsonSerializer.Serialize(other.Save()));
        var third = New(8);
        third.AdvanceTo(Start.AddHours(9), 100_000);
        Assert.NotEqual(one.School.Gas.SinceStart, third.School.Gas.SinceStart);
    }

    [Fact]
    public void AdvanceTo_LongStall_StepsAreBoundedAndTheTownArrives()
    {
        var town = New(1);
        var pieces = 1;
        while (!town.AdvanceTo(Start.AddHours(8), 1000))
        {
            Assert.True(town.Instant < Start.AddHours(8));
            pieces++;
        }

        Assert.Equal(6, pieces);
        Assert.Equal(Start.AddHours(8), town.Instant);
    }

    [Fact]
    public void Save_ThenLoad_NoCounterFallsAndTheDayGoesOn()
    {
        var (whole, before) = (New(3), New(3));
        whole.AdvanceTo(Start.AddHours(6), 100_000);
        before.AdvanceTo(Start.AddHours(3), 100_000);
        var text = JsonSerializer.Serialize(before.Save());
        var after = new SimulatedTown(3, new SyntheticWeather(3), FaultBoard.Quiet, Start.AddHours(3));
        after.Load(JsonSerializer.Deserialize<StateBag>(text)!);

        Assert.All(after.Meters.Zip(before.Meters), pair => Assert.Equal(pair.Second.Shown, pair.First.Shown));
        after.AdvanceTo(Start.AddHours(6), 100_000);
        Assert.All(after.Meters.Zip(whole.Meters), pair =>
            Assert.Equal(pair.Second.SinceStart, pair.First.SinceStart, 0.02 * pair.Second.SinceStart + 0.01));
    }

    [Fact]
    public void AdvanceTo_OneDay_SubMetersAreInsideTheBuildingsMeter()
    {
        var quarter = new Quarter();
        quarter.Live(24);
        var hall = quarter.Town.TownHall;
        var inside = hall.SubLoads.Sum(load => load.Meter.SinceStart);

        Assert.InRange(hall.SubLoads[0].Meter.SinceStart, 24 * 1.8, 24 * 2.6);
        Assert.InRange(inside / hall.Main.SinceStart, 0.3, 0.9);
        Assert.Equal(hall.Main.SinceStart, hall.Electricity.KWh.Sum, 1e-6);
    }

    [Fact]
    public void AdvanceTo_WarmerOutside_CoolingCostsMore()
    {
        var (winter, summer) = (new Quarter(0), new Quarter(32));
        winter.Live(12);
        summer.Live(12);

        Assert.True(summer.Town.Servers.CoolingW > 1.2 * winter.Town.Servers.CoolingW);
        Assert.InRange(summer.Town.Servers.RoomC, 20, 28);
    }

    [Fact]
    public void AdvanceTo_OneDay_GasIsTheHeatOfTheBoilers()
    {
        var quarter = new Quarter();
        var (fuel, gas) = (0.0, quarter.Town.School.Gas.SinceStart);
        while (quarter.Town.Instant < Quarter.Monday.AddHours(6))
        {
            quarter.Town.AdvanceTo(quarter.Town.Instant + SimulatedTown.Length, 1);
            fuel += quarter.Town.School.Plant.Boiler.FuelW * SimulatedTown.Length.TotalHours / 1000;
        }

        Assert.Equal(fuel / 11.20, quarter.Town.School.Gas.SinceStart - gas, 1e-6);
        Assert.InRange(fuel, 200, 2500);
    }

    [Theory]
    [InlineData("ecole")]
    [InlineData("mairie")]
    public void AdvanceTo_OneDay_HeatMeterCountsWhatTheFlameGaveAndTheCasingDidNotLose(string name)
    {
        var quarter = new Quarter();
        var building = quarter.Town.Buildings.First(one => one.Name == name);
        var boiler = building.Plant.Boiler;
        var (given, counted, stored) = (0.0, building.Heat!.Energy.SinceStart, boiler.WaterC);
        while (quarter.Town.Instant < Quarter.Monday.AddDays(1))
        {
            quarter.Town.AdvanceTo(quarter.Town.Instant + SimulatedTown.Length, 1);
            given += (boiler.UsefulW - boiler.StandbyW) * SimulatedTown.Length.TotalHours / 1000;
        }

        counted = building.Heat.Energy.SinceStart - counted;
        Assert.Equal(given - (boiler.Capacity * (boiler.WaterC - stored) / 3.6e6), counted, 1e-3 * counted);
        Assert.True(counted > 100, $"{counted} kWh");
    }

    [Fact]
    public void AdvanceTo_Night_LinkyCountsOffPeakOnly()
    {
        var quarter = new Quarter(3, new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero));
        quarter.Live(5);
        var nursery = quarter.Town.Nursery;

        Assert.True(nursery.OffPeak!.SinceStart > 1);
        Assert.Equal(0, nursery.Main.SinceStart);
        quarter.Live(12);
        Assert.True(nursery.Main.SinceStart > 5);
    }

    [Theory]
    [InlineData("2026-11-23T05:29:00Z", true)]
    [InlineData("2026-11-23T05:31:00Z", false)]
    [InlineData("2026-07-23T04:29:00Z", true)]
    [InlineData("2026-07-23T20:31:00Z", true)]
    [InlineData("2026-07-23T20:29:00Z", false)]
    public void IsOffPeak_LocalHoursSummerAndWinter(string instant, bool offPeak) =>
        Assert.Equal(offPeak, Building.IsOffPeak(LocalTime.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void AdvanceTo_WinterDay_VoltageStaysInItsBand()
    {
        var quarter = new Quarter();
        for (var i = 0; i < 24; i++)
        {
            quarter.Live(1);
            foreach (var volts in quarter.Town.Buildings.Select(building => building.Electricity.Volts))
            {
                Assert.InRange(volts.L1, 225, 238);
                Assert.InRange(volts.L2, 225, 238);
                Assert.InRange(volts.L3, 225, 238);
            }
        }
    }

    [Fact]
    public void AdvanceTo_Monday_OccupiedRoomsReachComfortAndNightsAreReduced()
    {
        var quarter = new Quarter(3, Start);
        quarter.Live(8);
        foreach (var building in quarter.Town.Buildings)
        {
            Assert.Equal(Regime.Comfort, building.Plant.Controller.Regime);
            Assert.InRange(building.Plant.Rooms.AirC, building.Plant.Data.Comfort - 1.2, building.Plant.Data.Comfort + 2.5);
        }

        quarter.Live(14);
        Assert.All(quarter.Town.Buildings, building => Assert.Equal(Regime.Reduced, building.Plant.Controller.Regime));
    }

    [Fact]
    public void AdvanceTo_HotWater_StaysBetweenHysteresisAndSetPoint()
    {
        var quarter = new Quarter();
        for (var i = 0; i < 36; i++)
        {
            quarter.Live(0.5);
            Assert.All(quarter.Town.Buildings, building => Assert.InRange(building.Plant.Tank.TopC, 42, 75));
        }
    }

    private static SimulatedTown New(int seed) => new(seed, new SyntheticWeather(seed), FaultBoard.Quiet, Start);
}
