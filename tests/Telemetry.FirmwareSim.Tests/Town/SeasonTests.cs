using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Town;

public sealed class SeasonTests
{
    /// <summary>A year of the town hall and of the nursery in weather of Rennes (12.3 °C mean) against published years of Uccle (11.1) and Bordeaux (13.2).</summary>
    [Theory]
    [InlineData("mairie", 70, 115)]
    [InlineData("creche", 23, 41)]
    [InlineData("ecole", 68, 112)]
    [InlineData("gymnase", 72, 125)]
    public void Step_OneYear_UsefulHeatIsThatOfSuchABuilding(string name, double least, double most)
    {
        var (data, habits) = name switch
        {
            "ecole" => (BuildingSets.School, Habits.School),
            "gymnase" => (BuildingSets.Gymnasium, Habits.Gymnasium),
            "mairie" => (BuildingSets.TownHall, Habits.TownHall),
            _ => (BuildingSets.Nursery, Habits.Nursery),
        };
        var weather = new SyntheticWeather(1);
        var plant = new Plant(name, data, habits, 1, 10);
        var at = new DateTimeOffset(2025, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var (useful, fuel, heat) = (0.0, 0.0, 0.0);
        for (var end = at.AddDays(365); at < end; at = at.AddSeconds(20))
        {
            plant.Step(20, at, LocalTime.Of(at), weather.At(at), FaultBoard.Quiet);
            useful += plant.HeatW * 20 / 3.6e6;
            fuel += plant.Boiler.FuelW * 20 / 3.6e6;
            heat += plant.Boiler.UsefulW * 20 / 3.6e6;
        }

        Assert.InRange(useful / data.FloorArea, least, most);

        // Gross calorific value: 1.05 PCI is 0.95 PCS for the condensing ones, 0.87 PCI is 0.78 to 0.84 for the old one.
        Assert.InRange(heat / fuel, data.Condensing ? 0.88 : 0.78, data.Condensing ? 0.97 : 0.845);
    }
}
