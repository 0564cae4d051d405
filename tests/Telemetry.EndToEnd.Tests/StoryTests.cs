using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>People at work in a real browser on the real town.</summary>
[Collection("live town")]
public sealed class StoryTests(LiveTown live)
{
    [Fact]
    public async Task Technician_ChangesTheSetpointOnAPhone_SeesItReadBack_AndGivesItBack()
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        await page.GotoAsync(live.Town.Address + "/chaufferies");
        // No other story writes to it: ten writes a minute is what a site allows (S29).
        await page.GetByRole(AriaRole.Link, new() { Name = "Crèche Les Lutins" }).ClickAsync();

        await page.Locator("#valeur").FillAsync("20,5");
        await page.GetByText("pendant 2 heures").ClickAsync();
        await page.Locator("#motif").FillAsync("Réunion des parents");
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d'envoyer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("20,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("Appliquée", Slow);
        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("relue : 20,5");

        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir à l'automatique" }).ClickAsync();
        await Assertions.Expect(page.Locator(".journal li").First).ToContainTextAsync("technicien", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("automat", new() { IgnoreCase = true, Timeout = 20_000 });
    }

    [Fact]
    public async Task Setpoint_OutOfBounds_IsRefusedWithTheBound()
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        await page.GotoAsync(live.Town.Address + "/chaufferies/gw-ecole/chaufferie");

        await page.Locator("#valeur").FillAsync("35");
        await page.GetByText("pendant 1 heure").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d'envoyer" }).ClickAsync();

        await Assertions.Expect(page.Locator(".error[role=alert]")).ToContainTextAsync("22");
    }

    [Theory]
    [InlineData("/", null, 360)]
    [InlineData("/", null, 1280)]
    [InlineData("/chaufferies", "technicien", 360)]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien", 360)]
    [InlineData("/chaufferies/gw-creche/chaufferie", "technicien", 1280)]
    [InlineData("/patrimoine", "energie", 360)]
    [InlineData("/patrimoine", "energie", 1280)]
    [InlineData("/parc", "energie", 360)]
    [InlineData("/parc", "energie", 1280)]
    [InlineData("/en/patrimoine", "energie", 1280)]
    public async Task Page_OnTheLiveTown_HasNoAxeViolation_AndNeverScrollsSideways(string path, string? account, int width)
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width);
        if (account is not null)
        {
            await visit.SignInAsync(account);
        }

        await visit.Page.GotoAsync(live.Town.Address + path);
        var axe = await visit.Page.RunAxe();

        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes.FirstOrDefault()?.Html})"));
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    private static LocatorAssertionsToContainTextOptions Slow => new() { Timeout = 20_000 };
}
