using Microsoft.Playwright;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>Debian's Chromium on the canned town served over loopback.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    public const string Program = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser, Site site, Uri address) =>
        (_playwright, _browser, Site, Address) = (playwright, browser, site, address);

    public Site Site { get; }

    public Uri Address { get; }

    /// <summary>Starts the site and a browser; at a port and under a name where the address matters.</summary>
    public static async Task<Chromium> StartAsync(Site? given = null, int port = 0, string host = "127.0.0.1")
    {
        Assert.SkipUnless(File.Exists(Program), "Chromium is not here");
        var site = given ?? new Site();
        site.UseKestrel(port);
        site.StartServer();
        Past.Into(site);
        var address = site.ClientOptions.BaseAddress;
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
        return new(playwright, browser, site, new UriBuilder(address) { Host = host }.Uri);
    }

    /// <summary>A page of a given width, signed in when a name is given.</summary>
    public async Task<IPage> OpenAsync(string path, int width, string? who = null, bool workers = true)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = "fr-FR", BaseURL = Address.ToString(), ServiceWorkers = workers ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block });
        var page = await context.NewPageAsync();
        if (who is not null)
        {
            await page.GotoAsync("/connexion");
            await page.FillAsync("#nom", who);
            await page.FillAsync("#mdp", Telemetry.Dashboard.Tests.Canned.Site.Password);
            await page.ClickAsync("main button[type=submit]");
            await page.WaitForURLAsync(url => !url.Contains("connexion", StringComparison.Ordinal));
        }

        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Site.DisposeAsync();
    }
}
