using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class BoilerTests
{
    [Fact]
    public void Step_LittleLoad_StopsAndRunsAtLeastTheirTimes()
    {
        var boiler = new Boiler(BuildingSets.TownHall, 50);
        var (stops, runs) = (new List<double>(), new List<double>());
        var (lit, since) = (false, 0.0);
        for (var second = 0; second < 6 * 3600; second++)
        {
            boiler.Step(1, 60, 45, 9000, locked: false);
            since++;
            if (boiler.Lit != lit)
            {
                (lit ? runs : stops).Add(since);
                (lit, since) = (boiler.Lit, 0);
            }
        }

        Assert.True(runs.Count > 4, $"{runs.Count} runs");
        Assert.All(stops.Skip(1), length => Assert.True(length >= Boiler.LeastStop, $"stopped {length} s"));
        Assert.All(runs, length => Assert.True(length >= Boiler.LeastRun, $"ran {length} s"));
        Assert.Equal(boiler.Starts, runs.Count + (lit ? 1 : 0));
    }

    [Fact]
    public void Step_Balance_FlameIsDrawnStoredOrLost()
    {
        var boiler = new Boiler(BuildingSets.School, 40);
        var (useful, left) = (0.0, 0.0);
        for (var i = 0; i < 7200; i++)
        {
            var drawn = 70_000 + (20_000 * Math.Sin(i / 300.0));
            boiler.Step(5, 70, 50, drawn, locked: false);
            useful += 5 * boiler.UsefulW;
            left += 5 * (drawn + boiler.StandbyW);
        }

        Assert.Equal(useful - left, boiler.Capacity * (boiler.WaterC - 40), 1e-6 * useful);
        Assert.InRange(useful, 7200 * 5 * 60e3, 7200 * 5 * 90e3);
    }

    [Fact]
    public void Step_LockedOut_NeverLightsAndCools()
    {
        var boiler = new Boiler(BuildingSets.School, 70);
        for (var i = 0; i < 720; i++)
        {
            boiler.Step(5, 80, 50, 30_000, locked: true);
            Assert.Equal(0, boiler.FuelW);
        }

        Assert.True(boiler.WaterC < 50);
    }

    [Fact]
    public void Step_NobodyWantsHeat_NoFlame()
    {
        var boiler = new Boiler(BuildingSets.School, 30);
        for (var i = 0; i < 720; i++)
        {
            boiler.Step(5, double.NaN, 30, 0, locked: false);
        }

        Assert.Equal(0, boiler.Starts);
    }

    // Lochinvar Crest map (Modelica Buildings) and the 1983 boiler of the EnergyPlus data set, gross calorific value.
    [Theory]
    [InlineData(30, 0.5, .974)]
    [InlineData(45, 1.0, .911)]
    [InlineData(55, 0.05, .898)]
    [InlineData(70, 0.5, .877)]
    [InlineData(90, 1.0, .874)]
    [InlineData(42.5, 0.5, .934)]
    public void Condensing_PublishedMap(double back, double firing, double expected) =>
        Assert.Equal(expected, Efficiency.Condensing(back, firing), 0.0006);

    [Theory]
    [InlineData(0.1, .785)]
    [InlineData(0.5, .841)]
    [InlineData(0.4, .8335)]
    [InlineData(1.0, .826)]
    public void Old_PublishedCurve(double firing, double expected) => Assert.Equal(expected, Efficiency.Old(firing), 0.0006);
}
