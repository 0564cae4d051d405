using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>The officer's pages in a browser, frozen reports among them: what they weigh, what axe says, and a signature without a mouse.</summary>
public sealed class OfficerBrowserTests
{
    private const int MostElements = 380;
    private const double MostKilobytes = 100;
    private const double LeastEcoIndex = 80;

    private static readonly string[] Pages =
    [
        "/patrimoine", "/patrimoine?periode=2025&tous=1", "/patrimoine/batiments/mairie", "/patrimoine/batiments/ecole-jules-ferry?periode=2025", "/patrimoine/calcul/energie",
        "/patrimoine/calcul/carbone", "/patrimoine/calcul/donnees", "/patrimoine/anomalies", "/patrimoine/actions", "/patrimoine/actions/1", "/patrimoine/en-direct", "/parc", "/rapports",
        "/rapports/2026-001", "/rapports/2026-002", "/en/rapports/2026-001",
    ];

    [Fact]
    public async Task EachPage_WithFrozenReports_StaysInItsBudgetAndHasNoFault()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/rapports", 1280, "energie", workers: false);
        await FreezeAsync(page, "Yearly");
        await FreezeAsync(page, "Carbon");
        await ActAsync(page);
        await page.RouteAsync("**/*", route => route.ContinueAsync());
        var faults = new List<string>();
        foreach (var path in Pages)
        {
            var (elements, requests, kilobytes) = await BudgetTests.WeighAsync(page, path);
            var score = EcoIndex.Of(elements, requests, kilobytes);
            var line = string.Create(CultureInfo.InvariantCulture, $"{path}: {elements} elements, {requests} requests, {kilobytes:0.0} KB, EcoIndex {score:0.0}");
            TestContext.Current.TestOutputHelper?.WriteLine(line);
            if (elements > MostElements || kilobytes > MostKilobytes || score <= LeastEcoIndex)
            {
                faults.Add(line);
            }

            foreach (var width in new[] { 360, 1280 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var axe = await page.RunAxe();
                faults.AddRange(axe.Violations.Select(fault => $"{path}: {fault.Id} " + string.Join(" | ", fault.Nodes.Select(node => node.Html))));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is var cut and > 0)
                {
                    faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {cut} px wider than {width}"));
                }

                await PictureAsync(page, path, width);
            }
        }

        foreach (var number in new[] { "2026-001", "2026-002" })
        {
            await PdfAsync(page, number);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Report_FrozenByKeyboardAlone()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/rapports", 360, "energie");

        await KeyboardTests.TabToAsync(page, "select[name=sorte]");
        await page.Keyboard.TypeAsync("Rapport ann");
        await KeyboardTests.TabToAsync(page, "select[name=periode]");
        await page.Keyboard.TypeAsync("2025");
        await KeyboardTests.TabToAsync(page, "main form button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/rapports/2026-001", StringComparison.Ordinal));

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Rapport annuel, 2025");
        await KeyboardTests.TabToAsync(page, "a[href*='handler=Pdf']");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Equal("2026-001.pdf", download.SuggestedFilename);
    }

    private static async Task FreezeAsync(IPage page, string kind)
    {
        await page.GotoAsync("/rapports");
        await page.SelectOptionAsync("select[name=sorte]", kind);
        await page.SelectOptionAsync("select[name=periode]", "2025");
        await page.ClickAsync("main form button.primary");
        await page.WaitForURLAsync(url => url.Contains("/rapports/2026-", StringComparison.Ordinal));
    }

    private static async Task ActAsync(IPage page)
    {
        await page.GotoAsync("/patrimoine/actions");
        await page.FillAsync("#titre", "Isoler");
        await page.FillAsync("#responsable", "M. Petit");
        await page.FillAsync("#echeance", "2027-01-31");
        await page.ClickAsync("main form button.primary");
        await page.WaitForURLAsync(url => url.Contains("/patrimoine/actions/1", StringComparison.Ordinal));
    }

    private static async Task PdfAsync(IPage page, string number)
    {
        if (Environment.GetEnvironmentVariable("TELEMETRY_PICTURES") is { Length: > 0 } folder)
        {
            await using var answer = await page.APIRequest.GetAsync($"/rapports/{number}?handler=Pdf");
            await File.WriteAllBytesAsync(Path.Combine(folder, number + ".pdf"), await answer.BodyAsync());
        }
    }

    // Pictures are for people's eyes; they are kept only where a folder is asked for.
    private static async Task PictureAsync(IPage page, string path, int width)
    {
        if (Environment.GetEnvironmentVariable("TELEMETRY_PICTURES") is { Length: > 0 } folder)
        {
            var name = path.Trim('/').Replace('/', '_').Replace('?', '-').Replace('&', '-').Replace('=', '-');
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}.png")), FullPage = true });
        }
    }
}
