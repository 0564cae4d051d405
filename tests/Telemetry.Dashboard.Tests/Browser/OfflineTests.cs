using Microsoft.Playwright;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>The pages on a phone without a network: readable, dated, and unable to send anything.</summary>
public sealed class OfflineTests
{
    private const string Boiler = "/chaufferies/gw-ecole/chaufferie";

    [Fact]
    public async Task Offline_WhatWasSeen_IsReadableAndDated_AndNothingCanBeSent()
    {
        await using var chromium = await Chromium.StartAsync();
        var site = chromium.Site;
        var page = await chromium.OpenAsync("/chaufferies", 360, "technicien");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.GotoAsync("/chaufferies");
        await page.GotoAsync(Boiler);
        await Assertions.Expect(page.Locator("#etat")).ToContainTextAsync("En direct");

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/chaufferies");
        await Assertions.Expect(page.Locator(".offline")).ToContainTextAsync("Hors ligne, données de 14:02. Aucun ordre ne peut partir d'ici");
        await page.GetByRole(AriaRole.Link, new() { Name = "École Jules-Ferry" }).ClickAsync();
        await Assertions.Expect(page.Locator(".offline")).ToContainTextAsync("Hors ligne, données de 14:02");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("Chauffe en marche");
        Assert.Equal(0, await page.Locator("main button:enabled, main input:enabled, main select:enabled").CountAsync());
        await PictureAsync(page, "hors-ligne");

        await page.GotoAsync("/chaufferies/gw-mairie/chaufferie");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Cette page n'a pas encore été vue sur cet appareil");

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(Boiler);
        await Assertions.Expect(page.Locator(".offline")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".order .primary")).ToBeEnabledAsync();
        Assert.Empty(site.Orders.Sent);
    }

    [Fact]
    public async Task LinkLost_WhileReadingOver_TheOrderIsNotSent_NorKeptForLater()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies", 360, "technicien");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.GotoAsync(Boiler + "/relire?Form.Valeur=18&Form.Fin=1h");
        await page.Context.SetOfflineAsync(true);

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" })).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("#liaison")).ToContainTextAsync("aucun ordre ne peut partir");
        // Somebody who forces the button all the same is told, and nothing waits.
        await page.EvaluateAsync("() => { const button = document.querySelector('button.primary'); button.disabled = false; button.click(); }");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("rien n'est gardé pour plus tard");

        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(Boiler);
        await Assertions.Expect(page.Locator("#etat")).ToContainTextAsync("En direct");
        Assert.Empty(chromium.Site.Orders.Sent);
    }

    [Fact]
    public async Task SignedOut_NoCopyStaysOnTheDevice()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies", 360, "technicien");
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.GotoAsync("/chaufferies");
        const string Count = "async () => (await (await caches.open('pages-1')).keys()).length";
        Assert.Equal(1, await page.EvaluateAsync<int>(Count));

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("deconnexion", StringComparison.Ordinal));

        Assert.Equal(0, await page.EvaluateAsync<int>(Count));
    }

    [Fact]
    public async Task Manifest_IsWhatBrowsersAskOfAnInstallablePage()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies", 360, "technicien");

        var faults = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const faults = [];
              const link = document.querySelector("link[rel=manifest]");
              if (!link) return ["no manifest"];
              const answer = await fetch(link.href);
              if (!(answer.headers.get("Content-Type") || "").includes("manifest+json")) faults.push("type " + answer.headers.get("Content-Type"));
              const told = await answer.json();
              for (const name of ["name", "short_name", "start_url", "id", "lang"]) if (!told[name]) faults.push("no " + name);
              if (told.display !== "standalone") faults.push("display");
              for (const size of ["192x192", "512x512"]) if (!told.icons.some((icon) => icon.sizes === size && icon.purpose === "any")) faults.push("no icon " + size);
              if (!told.icons.some((icon) => icon.purpose === "maskable")) faults.push("no maskable icon");
              for (const icon of told.icons) {
                const image = new Image();
                image.src = icon.src;
                await image.decode().catch(() => faults.push("broken " + icon.src));
                if (icon.sizes !== "any" && `${image.naturalWidth}x${image.naturalHeight}` !== icon.sizes) faults.push(`${icon.src} is ${image.naturalWidth} wide`);
              }
              return faults;
            }
            """);

        Assert.Empty(faults);
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TELEMETRY_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
