using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Town;

public sealed class SeasonTests
{
    /// <summary>A year in the weather of Rennes (12.3 °C mean) lies between the published years of Bordeaux (13.2) and Uccle (11.1), kWh/m².</summary>
    [Theory]
    [InlineData("mairie", 77, 109)]
    [InlineData("creche", 26, 37)]
    [InlineData("ecole", 75, 106)]
    [InlineData("gymnase", 80, 119)]
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
        var (useful, fuel, heat, winterFuel, meter) = (0.0, 0.0, 0.0, 0.0, new HeatMeter(new Meter("gw/chaleur/energy.heat", "kWh", 0, MeterFace.WholeKilowattHours), 0));
        for (var end = at.AddDays(365); at < end; at = at.AddSeconds(30))
        {
            plant.Step(30, at, LocalTime.Of(at), weather.At(at), FaultBoard.Quiet);
            useful += plant.HeatW * 30 / 3.6e6;
            fuel += plant.Boiler.FuelW * 30 / 3.6e6;
            heat += plant.Boiler.UsefulW * 30 / 3.6e6;
            if (LocalTime.Of(at).Month is >= 10 or <= 4)
            {
                meter.Step(30, plant);
                winterFuel += plant.Boiler.FuelW * 30 / 3.6e6;
            }
        }

        Assert.InRange(useful / data.FloorArea, least, most);

        // Gross calorific value: 1.05 PCI is 0.95 PCS for the condensing ones, 0.87 PCI is 0.78 to 0.84 for the old one.
        Assert.InRange(heat / fuel, data.Condensing ? 0.88 : 0.78, data.Condensing ? 0.97 : 0.845);

        // What a heat meter at the outlet sees from October to April: 92 % and more is the aim of a condensing boiler; the old one loses by its casing as well.
        Assert.InRange(meter.Energy.Shown / winterFuel, data.Condensing ? 0.92 : 0.75, data.Condensing ? 0.95 : 0.81);
    }
}
