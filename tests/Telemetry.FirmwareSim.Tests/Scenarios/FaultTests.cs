using FirmwareSim.Scenarios;

namespace Telemetry.FirmwareSim.Tests.Scenarios;

public sealed class FaultTests
{
    [Fact]
    public void BurnerFault_FlowAndRoomFallThenRecover()
    {
        var (sick, well) = (new Quarter(3, null, (Fault.BurnerFault, "ecole/chaufferie", 60, 3600)), new Quarter());
        sick.Live(1);
        well.Live(1);
        var (plant, other) = (sick.Town.School.Plant, well.Town.School.Plant);

        Assert.Equal(1, plant.FaultBits);
        Assert.True(plant.FlowC < other.FlowC - 10, $"{plant.FlowC:F1} against {other.FlowC:F1}");
        Assert.True(plant.Rooms.AirC < other.Rooms.AirC);
        Assert.True(sick.Town.School.Gas.SinceStart < 0.2 * well.Town.School.Gas.SinceStart);
        sick.Live(2);
        Assert.Equal(0, plant.FaultBits);
        Assert.True(plant.Boiler.WaterC > 40);
    }

    [Fact]
    public void LowPressure_StopsTheBurnerWithItsOwnBit()
    {
        var quarter = new Quarter(3, null, (Fault.LowPressure, "gymnase/chaufferie", 60, 3600));
        quarter.Live(0.5);

        Assert.Equal(2, quarter.Town.Gymnasium.Plant.FaultBits);
        Assert.Equal(0, quarter.Town.Gymnasium.Plant.Boiler.FuelW);
    }

    [Fact]
    public void DeadSensor_SaysNothing_HeatingGoesOn()
    {
        var quarter = new Quarter(3, null, (Fault.DeadSensor, "mairie/chaufferie/room", 60, 7200));
        quarter.Live(1.5);
        var plant = quarter.Town.TownHall.Plant;

        Assert.True(double.IsNaN(plant.Readings.Room));
        Assert.Equal(4, plant.FaultBits);
        Assert.True(plant.Controller.Demands.Heating);
        quarter.Live(1);
        Assert.False(double.IsNaN(plant.Readings.Room));
    }

    [Fact]
    public void StuckSensor_RepeatsItsLastValue()
    {
        var quarter = new Quarter(3, null, (Fault.StuckSensor, "mairie/chaufferie/outdoor", 60, 7200), (Fault.StuckSensor, "mairie/chaufferie/dhw", 60, 7200));
        quarter.Live(0.05);
        var before = quarter.Town.TownHall.Plant.Readings.TankTop;
        quarter.Live(1.5);

        Assert.Equal(before, quarter.Town.TownHall.Plant.Readings.TankTop);
        Assert.True(Math.Abs(quarter.Town.TownHall.Plant.Tank.TopC - before) > 0.3);
    }

    [Fact]
    public void Drift_RoomSensorReadsTooWarm_RoomIsKeptTooCold()
    {
        var (sick, well) = (new Quarter(3, null, (Fault.Drift, "ecole/chaufferie/room", 0, 90_000)), new Quarter());
        sick.Live(6);
        well.Live(6);

        Assert.True(sick.Town.School.Plant.Rooms.AirC < well.Town.School.Plant.Rooms.AirC - 0.5);
    }

    [Fact]
    public void CounterReset_RegisterStartsAgain_TruthDoesNot()
    {
        var quarter = new Quarter(3, null, (Fault.CounterReset, "ecole/gaz", 1800, 1));
        quarter.Live(0.49);
        var before = quarter.Town.School.Gas.SinceStart;
        Assert.True(quarter.Town.School.Gas.Shown > 482_000);
        quarter.Live(0.5);

        Assert.InRange(quarter.Town.School.Gas.Shown, 0, 1000);
        Assert.True(quarter.Town.School.Gas.SinceStart >= before);
        Assert.Equal(1, quarter.Town.School.Gas.Resets);
    }

    [Fact]
    public void PumpStopped_NoHeatArrives()
    {
        var quarter = new Quarter(3, null, (Fault.PumpStopped, "ecole/chaufferie", 0, 7200));
        quarter.Live(1);

        Assert.True(quarter.Town.School.Plant.Controller.Demands.Pump);
        Assert.False(quarter.Town.School.Plant.Pumping);
        Assert.Equal(0, quarter.Town.School.Plant.CircuitW);
    }

    [Fact]
    public void WindowOpen_RoomCoolsMore()
    {
        var (open, closed) = (new Quarter(-2, null, (Fault.WindowOpen, "mairie", 0, 36_000)), new Quarter(-2));
        open.Live(6);
        closed.Live(6);

        Assert.True(open.Town.TownHall.Gas.SinceStart > 1.1 * closed.Town.TownHall.Gas.SinceStart);
    }
}
