using System.Text.Json;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Town;

public sealed class BooksTests
{
    [Fact]
    public void Write_ThenResume_RegistersGoOn()
    {
        var (books, town) = (new Books(Fresh()), new Quarter().Town);
        town.AdvanceTo(Quarter.Monday.AddHours(2), 100_000);
        books.Write(town);
        var shown = town.Meters.Select(meter => meter.Shown).ToList();
        var again = new SimulatedTown(1, new SyntheticWeather(1), FaultBoard.Quiet, Quarter.Monday.AddHours(5));

        Assert.NotNull(books.Resume(again));

        Assert.Equal(shown, again.Meters.Select(meter => meter.Shown));
        Assert.Equal(Quarter.Monday.AddHours(2), again.Instant);
        Assert.Equal(Quarter.Monday, again.Born);
    }

    [Fact]
    public void Write_Page_HoldsEveryMeterOfTheTown()
    {
        var (path, town) = (Fresh(), new Quarter().Town);
        town.AdvanceTo(Quarter.Monday.AddHours(1), 100_000);
        new Books(path).Write(town);
        using var page = JsonDocument.Parse(File.ReadAllText(path));
        var meters = page.RootElement.GetProperty("meters").EnumerateArray().ToDictionary(meter => meter.GetProperty("id").GetString()!, StringComparer.Ordinal);

        string[] expected =
        [
            "gw-creche/elec/energy.import.offpeak", "gw-creche/elec/energy.import.peak", "gw-creche/gaz/gas.volume",
            "gw-ecole/chaleur/energy.heat", "gw-ecole/elec/energy.import", "gw-ecole/gaz/gas.volume", "gw-ecole/salle-info/energy.import",
            "gw-gymnase/elec/energy.import", "gw-gymnase/gaz/gas.volume",
            "gw-mairie/chaleur/energy.heat", "gw-mairie/clim/energy.import", "gw-mairie/copieur/energy.import", "gw-mairie/elec/energy.import", "gw-mairie/gaz/gas.volume", "gw-mairie/pdu/energy.import",
        ];
        Assert.Equal<IEnumerable<string>>(expected, [.. meters.Keys.Order(StringComparer.Ordinal)]);
        Assert.All<JsonElement>(meters.Values, meter =>
        {
            var moved = (meter.GetProperty("register").GetDouble() - meter.GetProperty("registerAtStart").GetDouble()) * meter.GetProperty("registerScale").GetDouble();
            Assert.Equal(meter.GetProperty("sinceStart").GetDouble(), moved, meter.GetProperty("id").GetString()!.EndsWith("energy.heat", StringComparison.Ordinal) ? 1 : 0.11);
        });
        Assert.Equal(Quarter.Monday.AddHours(1), page.RootElement.GetProperty("instant").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("null")]
    public void Resume_BrokenState_StartsAnewAndSaysSo(string text)
    {
        var path = Fresh();
        File.WriteAllText(path + ".state.json", text);

        Assert.Contains("anew", new Books(path).Resume(new Quarter().Town), StringComparison.Ordinal);
    }

    private static string Fresh() => Path.Combine(Directory.CreateTempSubdirectory("books").FullName, "books.json");
}
