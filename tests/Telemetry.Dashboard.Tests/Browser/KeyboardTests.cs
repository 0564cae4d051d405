using Microsoft.Playwright;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>A technician without a mouse.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task Order_ByKeyboardAlone_IsSentAndSeenApplied()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie", 360, "technicien");

        await TabToAsync(page, "[aria-label^='Monter']");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "input[type=radio]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("Conseil municipal");
        await TabToAsync(page, ".order .primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/relire", StringComparison.Ordinal));
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#suivi", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".follow")).ToHaveTextAsync("Envoyée");

        chromium.Site.Orders.Report(OrderState.Checked);
        await Assertions.Expect(page.Locator(".follow")).ToHaveTextAsync("Reçue par la passerelle");
        chromium.Site.Orders.Report(OrderState.Confirmed, readBack: 19.5);
        await Assertions.Expect(page.Locator(".follow")).ToContainTextAsync("Appliquée à 14:02");

        await Assertions.Expect(page.Locator("[data-part=release] button")).ToBeVisibleAsync();
        Assert.Equal(19.5, Assert.Single(chromium.Site.Orders.Sent).Value);
    }

    [Fact]
    public async Task Settings_ByKeyboardAlone_AreReadOverAndSent()
    {
        await using var chromium = await Chromium.StartAsync();
        chromium.Site.Programmes.Keep(Canned.SchoolProgramme.At(chromium.Site.Clock.Now));
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie/reglages", 360, "technicien");

        await TabToAsync(page, "#CurveSlope");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1,8");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pente : 1,80, au lieu de 1,50");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#etat-programme", StringComparison.Ordinal));

        chromium.Site.Programmes.Answer(OrderState.Confirmed);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#CurveSlope")).ToHaveValueAsync("1,80");
    }

    [Fact]
    public async Task Safety_ByKeyboardAlone_IsSentOnlyWithAReason()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie", 360, "technicien");

        await TabToAsync(page, ".actions .danger");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/securite", StringComparison.Ordinal));
        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("fumée dans la chaufferie");
        await TabToAsync(page, "button.danger");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#suivi", StringComparison.Ordinal));

        Assert.Equal(("fumée dans la chaufferie", OrderKind.SafeState), (chromium.Site.Orders.Sent[^1].Reason, chromium.Site.Orders.Sent[^1].Kind));
        chromium.Site.Orders.Report(OrderState.Confirmed);
        await Assertions.Expect(page.Locator("[data-part=sentence]")).ToContainTextAsync("Mise en sécurité par technicien");
    }

    [Fact]
    public async Task Room_ACascadeTurns_ThePageSaysSoWithoutAReload()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie", 360, "technicien");
        await Assertions.Expect(page.Locator("#etat")).ToBeVisibleAsync();

        chromium.Site.Values.Tell("gw-ecole", "cascade.running", 1);

        await Assertions.Expect(page.Locator("[data-part=count]")).ToContainTextAsync("1 tourne : comme il faut");
    }

    internal static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard never reached " + selector);
    }
}
