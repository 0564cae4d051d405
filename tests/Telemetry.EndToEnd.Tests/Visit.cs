using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>One person with a browser of Debian's.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _address;

    private Visit(IPlaywright playwright, IBrowser browser, IPage page, string address) =>
        (_playwright, _browser, Page, _address) = (playwright, browser, page, address);

    public IPage Page { get; }

    public static async Task<Visit> StartAsync(string address, int width)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--disable-gpu"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = "fr-FR" });
        page.SetDefaultTimeout(20_000);
        return new Visit(playwright, browser, page, address);
    }

    public async Task SignInAsync(string account)
    {
        await Page.GotoAsync(_address + "/connexion");
        await Page.Locator("#nom").FillAsync(account);
        await Page.Locator("#mdp").FillAsync(Town.DemoPassword);
        await Page.Locator("form.sheet button.primary").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
