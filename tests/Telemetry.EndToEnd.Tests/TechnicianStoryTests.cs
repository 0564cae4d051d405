using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>A technician with a phone, on the real town: what they came for, from the first tap to the proof.</summary>
[Collection("live town")]
public sealed class TechnicianStoryTests(LiveTown live)
{
    private static LocatorAssertionsToContainTextOptions Slow => new() { Timeout = 20_000 };

    /// <summary>« Il fait froid à l'école » : why, what happens next, one degree more for an hour, read back from the controller, given back.</summary>
    [Fact]
    public async Task ColdAtSchool_IsExplained_Mended_ReadBack_AndGivenBack()
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        await page.GotoAsync(live.Town.Address + "/chaufferies");
        await Assertions.Expect(page.Locator("#etat")).ToContainTextAsync("En direct", Slow);
        await page.GetByRole(AriaRole.Link, new() { Name = "École Jules-Ferry" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("°C", Slow);
        await Assertions.Expect(page.Locator("[data-part=author]")).ToContainTextAsync("Consigne", Slow);
        Assert.Equal(4, await page.Locator(".readings [data-figure]:not([data-figure=setpoint])").CountAsync());

        await page.Locator("#valeur").FillAsync("20,5");
        await page.GetByText("pendant 1 heure").ClickAsync();
        await page.Locator("#motif").FillAsync("Parents et enfants ont froid");
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d'envoyer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("École Jules-Ferry : ambiance demandée à 20,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("relue : 20,5", Slow);
        await Assertions.Expect(page.Locator("[data-part=author]")).ToContainTextAsync("donnée par technicien", Slow);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir à l'automatique" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("automatique à", Slow);

        await page.GetByRole(AriaRole.Link, new() { Name = "Tout le journal de cette chaufferie" }).ClickAsync();
        await Assertions.Expect(page.Locator(".journal")).ToContainTextAsync("Parents et enfants ont froid", Slow);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }

    /// <summary>A mode forced at the town hall for an hour, then its season limit: both read over, both kept by the gateway.</summary>
    [Fact]
    public async Task TownHall_ModeForcedAndGivenBack_ThenASettingKeptByTheGateway()
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        var room = live.Town.Address + "/chaufferies/gw-mairie/chaufferie";
        await page.GotoAsync(room + "/mode");
        await page.GetByText("Réduit : chauffer comme la nuit").ClickAsync();
        await page.GetByText("pendant 1 heure").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d'envoyer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("mode Réduit forcé pendant 1 heure");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("Appliquée", Slow);
        await Assertions.Expect(page.Locator("[data-part=mine]")).ToContainTextAsync("vous est réservée", Slow);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir à l'automatique" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=order]")).ToContainTextAsync("automatique à", Slow);

        await page.GotoAsync(room + "/programme");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer le programme" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=programme]")).ToContainTextAsync("Version 1, de technicien : reçue par la passerelle", Slow);
        await page.GotoAsync(room + "/reglages");
        await page.Locator("#HeatingLimit").FillAsync("15,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d'envoyer" }).Last.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("15,5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-part=programme]")).ToContainTextAsync("Version 2, de technicien : reçue par la passerelle", Slow);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#HeatingLimit")).ToHaveValueAsync("15,5");

        // The slope of its curve, kept in the controller: written there, read back, and shown as read.
        await page.Locator("#CurveSlope").FillAsync("1,8");
        await page.GetByLabel("Pente : tenu dans l'automate par la passerelle").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Relire avant d'envoyer" }).Last.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pente : 1,80, tenu désormais dans l'automate (il a ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await Until.TrueAsync(TimeSpan.FromMinutes(3), "the controller has the slope", async () =>
        {
            await page.GotoAsync(room + "/reglages");
            var text = await page.Locator("#courbe").InnerTextAsync();
            return text.Contains("Dans l'automate : 1,80, lu à", StringComparison.Ordinal) && text.Contains("Écrit et relu.", StringComparison.Ordinal);
        });
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }

    /// <summary>« Réunion ce soir au gymnase jusqu'à 22 h » : the gateway has it, and says itself what it will do.</summary>
    [Fact]
    public async Task MeetingTonightAtTheGym_IsKeptByTheGateway_WhichTellsItsNextChange_AndCanBeTakenBack()
    {
        await using var visit = await Visit.StartAsync(live.Town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        await page.GotoAsync(live.Town.Address + "/chaufferies/gw-gymnase/chaufferie");
        await page.GetByRole(AriaRole.Link, new() { Name = "Chauffer plus longtemps" }).ClickAsync();
        await page.GetByLabel("Émetteurs de chaleur").SelectOptionAsync("UnitHeaters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer le programme" }).ClickAsync();
        var state = page.Locator("[data-part=programme]");
        await Assertions.Expect(state).ToContainTextAsync("Version 1, de technicien : reçue par la passerelle", Slow);

        await page.ReloadAsync();
        await page.GetByLabel("Pour quoi ?").First.FillAsync("réunion du club");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("Version 2, de technicien : reçue par la passerelle", Slow);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".planned").First).ToContainTextAsync("à 22:00 : Occupé (16,0");

        await page.GotoAsync(live.Town.Address + "/chaufferies/gw-gymnase/chaufferie");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("Une exception est en cours.", Slow);
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("à 22:00", Slow);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("jusqu'au prochain changement (22:00)")).ToBeVisibleAsync();

        await page.GotoAsync(live.Town.Address + "/chaufferies/gw-gymnase/chaufferie/programme");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revenir à la version 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("Version 3, de technicien : reçue par la passerelle", Slow);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("remet la version 1")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }
}
