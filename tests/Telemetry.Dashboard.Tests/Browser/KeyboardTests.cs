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
