using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>The two boilers of the school, read on their bus and ranked by the gateway, on the technician's phone.</summary>
[Collection("live town")]
public sealed partial class CascadeTests(LiveTown live)
{
    [Fact]
    public async Task School_TwoBoilers_AreCountedAsTheyBurn_AndRankedByTheirHours()
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width: 360);
        var page = visit.Page;
        var section = page.Locator("section[aria-labelledby=cascade]");
        await visit.SignInAsync("technicien");
        await Until.TrueAsync(TimeSpan.FromSeconds(120), "the page counts the boilers that burn in the town", async () =>
        {
            await page.GotoAsync(live.Town.Address + "/chaufferies/gw-ecole/chaufferie");
            return (await section.InnerTextAsync()).Contains(await BurningAsync() switch { 0 => "aucune ne tourne", 1 => "1 tourne", _ => "2 tournent" }, StringComparison.Ordinal);
        });

        await Assertions.Expect(section).ToContainTextAsync(Lead());
        await Assertions.Expect(section).ToContainTextAsync("rien n'est commandé d'ici");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes.FirstOrDefault()?.Html})"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);

        await page.GotoAsync(live.Town.Address + "/en/chaufferies/gw-ecole/chaufferie");
        await Assertions.Expect(section).ToContainTextAsync("Advised lead boiler: no. 2");
        await page.GotoAsync(live.Town.Address + "/chaufferies/gw-mairie/chaufferie");
        await Assertions.Expect(section).ToHaveCountAsync(0);
    }

    private async Task<int> BurningAsync()
    {
        using var books = await live.Town.ReadBooksAsync();
        return books.RootElement.GetProperty("buildings").EnumerateArray().First(building => building.GetProperty("name").GetString() == "ecole")
            .GetProperty("boilers").EnumerateArray().Count(boiler => boiler.GetProperty("lit").GetBoolean());
    }

    [GeneratedRegex(@"Chaudière de tête conseillée : n° 2 \(3\s81\d\sh contre 4\s12\d\sh\)", RegexOptions.None, 1000)]
    private static partial Regex Lead();
}
