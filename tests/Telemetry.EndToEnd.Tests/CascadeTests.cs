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
        await Until.TrueAsync(TimeSpan.FromSeconds(120), "the page says what the boilers of the town do", async () =>
        {
            await page.GotoAsync(live.Town.Address + "/chaufferies/gw-ecole/chaufferie");
            var text = Spaces().Replace(await section.InnerTextAsync(), " ");
            var (burning, lead) = await TruthAsync();
            return text.Contains(burning, StringComparison.Ordinal) && text.Contains(lead, StringComparison.Ordinal);
        });
        await Assertions.Expect(section).ToContainTextAsync("rien n'est commandé d'ici");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes.FirstOrDefault()?.Html})"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);

        await page.GotoAsync(live.Town.Address + "/en/chaufferies/gw-ecole/chaufferie");
        await Assertions.Expect(section).ToContainTextAsync("Advised lead boiler: no. 2");
        await page.GotoAsync(live.Town.Address + "/chaufferies/gw-mairie/chaufferie");
        await Assertions.Expect(section).ToHaveCountAsync(0);
    }

    // Before the town was born the counters of the two stood at 4 120.4 and 3 812.7 hours.
    private async Task<(string Burning, string Lead)> TruthAsync()
    {
        using var books = await live.Town.ReadBooksAsync();
        var boilers = books.RootElement.GetProperty("buildings").EnumerateArray().First(building => building.GetProperty("name").GetString() == "ecole").GetProperty("boilers").EnumerateArray().ToList();
        string Hours(int place, double before) => Thousands((int)(before + boilers[place].GetProperty("hours").GetDouble()));
        return (
            boilers.Count(boiler => boiler.GetProperty("lit").GetBoolean()) switch { 0 => "aucune ne tourne", 1 => "1 tourne", _ => "2 tournent" },
            $"Chaudière de tête conseillée : n° 2 ({Hours(1, 3812.7)} h contre {Hours(0, 4120.4)} h).");
    }

    private static string Thousands(int number) => FormattableString.Invariant($"{number / 1000} {number % 1000:000}");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
