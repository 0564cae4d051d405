using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class RoomsTests
{
    private static readonly Sky Freezing = new(0, 0);

    private static BuildingData Data(string name) => name switch
    {
        "ecole" => BuildingSets.School,
        "gymnase" => BuildingSets.Gymnasium,
        "mairie" => BuildingSets.TownHall,
        _ => BuildingSets.Nursery,
    };

    // Expected: an independent calculation of the same four buildings (20 s step), ±10 % of the fall.
    [Theory]
    [InlineData("ecole", 18.4, 16.1, 14.5, 12.4)]
    [InlineData("gymnase", 13.3, 10.9, 8.8, 6.5)]
    [InlineData("mairie", 18.3, 15.8, 14.0, 11.8)]
    [InlineData("creche", 22.5, 22.2, 21.8, 21.1)]
    public void Step_PlantOffFromComfortAtZero_CoolsAsPublished(string name, double after1, double after4, double after8, double after14)
    {
        var data = Data(name);
        var (rooms, emitters) = Settled(data);
        double[] expected = [after1, after4, after8, after14];
        int[] hours = [1, 4, 8, 14];
        var (seconds, index) = (0, 0);
        while (index < hours.Length)
        {
            var heat = emitters.Step(20, running: false, 0, rooms.AirC);
            rooms.Step(20, Freezing, 0, heat, -data.GainsBase);
            seconds += 20;
            if (seconds == hours[index] * 3600)
            {
                // The first hour is the least certain of the model: it is a bound, not a figure.
                var tolerance = Math.Max(0.1 * (data.Comfort + 1 - expected[index]), index == 0 ? 0.8 : 0.6);
                Assert.Equal(expected[index], rooms.AirC, tolerance);
                index++;
            }
        }
    }

    // The nursery is not here: its floor is held at 45 °C, which the published figure (5 h) was not. Expected: the same calculation, warm-up at 0 °C with full power after fourteen hours off, ±10 % and a quarter of an hour.
    [Theory]
    [InlineData("ecole", 2.3)]
    [InlineData("gymnase", 1.6)]
    [InlineData("mairie", 2.7)]
    public void Step_FullPowerAfterANightOff_WarmsUpAsPublished(string name, double expectedHours)
    {
        var data = Data(name);
        var (rooms, emitters) = Settled(data);
        for (var i = 0; i < 14 * 180; i++)
        {
            rooms.Step(20, Freezing, 0, emitters.Step(20, running: false, 0, rooms.AirC), -data.GainsBase);
        }

        var hours = 0.0;
        for (; rooms.AirC < data.Comfort && hours < 30; hours += 20 / 3600.0)
        {
            var flow = Math.Min(data.DesignFlow + 5, emitters.ReturnC + (data.BoilerPower / emitters.Flow));
            rooms.Step(20, Freezing, 0, emitters.Step(20, running: true, flow, rooms.AirC), -data.GainsBase);
        }

        Assert.Equal(expectedHours, hours, (0.1 * expectedHours) + 0.25);
    }

    [Fact]
    public void Step_BalanceOverADay_NothingIsLost()
    {
        var data = BuildingSets.School;
        var rooms = new Rooms(data, 18);
        var before = Stored(data, rooms);
        var (given, lost) = (0.0, 0.0);
        for (var i = 0; i < 4320; i++)
        {
            var sky = new Sky(4 + (4 * Math.Sin(i / 700.0)), Math.Max(0, 300 * Math.Sin(i / 700.0)));
            var occupancy = i is > 1400 and < 3000 ? 1 : 0;
            given += 20 * (90_000 + data.GainsBase + (occupancy * data.GainsOccupied) + (data.Aperture * sky.GlobalW));
            lost += 20 * rooms.Step(20, sky, occupancy, 90_000, 0);
        }

        Assert.Equal(given - lost, Stored(data, rooms) - before, 1e-6 * given);
    }

    private static double Stored(BuildingData data, Rooms rooms) => (data.CapacityAir * rooms.AirC) + (data.CapacityMass * rooms.MassC);

    /// <summary>Held at comfort until walls and emitters are where a heated winter leaves them.</summary>
    private static (Rooms Rooms, Emitters Emitters) Settled(BuildingData data)
    {
        var (rooms, emitters) = (new Rooms(data, data.Comfort), new Emitters(data, 30));
        var flow = HeatingCurve.Physical(data.Comfort, 0, CurveDesign.Of(data)).Flow;
        for (var i = 0; i < 14 * 4320; i++)
        {
            flow = Math.Clamp(flow + (0.01 * (data.Comfort - rooms.AirC)), 10, data.DesignFlow + 5);
            rooms.Step(20, Freezing, 0, emitters.Step(20, running: true, flow, rooms.AirC), -data.GainsBase);
        }

        Assert.Equal(data.Comfort, rooms.AirC, 0.3);
        return (rooms, emitters);
    }
}
