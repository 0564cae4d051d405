using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>What the technician's pages may weigh on a first visit, without anything in the browser's stores.</summary>
public sealed class BudgetTests
{
    private const int MostElements = 320;
    private const double MostKilobytes = 120;
    private const double LeastEcoIndex = 82;

    private static readonly string[] Pages =
    [
        "/chaufferies",
        "/chaufferies/gw-ecole/chaufferie",
        "/chaufferies/gw-ecole/chaufferie/relire?Form.Valeur=20&Form.Fin=1h&Form.Motif=Conseil",
        "/chaufferies/gw-ecole/chaufferie/programme",
        "/chaufferies/gw-ecole/chaufferie/reglages",
        "/chaufferies/gw-ecole/chaufferie/mode",
        "/chaufferies/gw-ecole/chaufferie/securite",
        "/chaufferies/gw-ecole/chaufferie/dossier/mois",
        "/chaufferies/groupe",
        "/chaufferies/gw-ecole/chaufferie/programme/semaine/zone-1",
        "/chaufferies/gw-ecole/chaufferie/journal",
        "/chaufferies/gw-ecole/chaufferie/dossier",
        "/chaufferies/gw-ecole/chaufferie/mode?Form.Mode=Standby&Form.Fin=1h",
        "/alarmes",
        "/alarmes/11111111111111111111111111111111",
        "/alarmes/44444444444444444444444444444444",
        "/alarmes/historique",
        "/astreinte",
        "/compte",
    ];

    [Fact]
    public async Task TechnicianPages_StayWithinTheirBudget()
    {
        await using var chromium = await Chromium.StartAsync();
        var site = chromium.Site;
        site.Programmes.Keep(SchoolProgramme.At(site.Clock.Now));
        var page = await chromium.OpenAsync("/chaufferies", 360, "technicien", workers: false);
        // A route of ours keeps the browser from answering out of its own store.
        await page.RouteAsync("**/*", route => route.ContinueAsync());
        var over = new List<string>();
        foreach (var path in Pages)
        {
            var (elements, requests, kilobytes) = await WeighAsync(page, path);
            var score = EcoIndex.Of(elements, requests, kilobytes);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {elements} elements, {requests} requests, {kilobytes:0.0} KB, EcoIndex {score:0.0}"));
            if (elements > MostElements || kilobytes > MostKilobytes || score < LeastEcoIndex)
            {
                over.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {elements} elements, {requests} requests, {kilobytes:0.0} KB, EcoIndex {score:0.0}"));
            }
        }

        Assert.True(over.Count == 0, string.Join('\n', over));
    }

    /// <summary>What a page weighs: elements without what is inside a drawing, requests, kilobytes on the wire.</summary>
    internal static async Task<(int Elements, int Requests, double Kilobytes)> WeighAsync(IPage page, string path)
    {
        var asked = new ConcurrentBag<IRequest>();
        var done = new ConcurrentBag<IRequest>();
        void Asked(object? sender, IRequest request) => asked.Add(request);
        void Done(object? sender, IRequest request) => done.Add(request);
        page.Request += Asked;
        page.RequestFinished += Done;
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        await page.WaitForFunctionAsync("document.readyState === 'complete'");
        page.Request -= Asked;
        page.RequestFinished -= Done;
        var bytes = 0;
        foreach (var request in done)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        var elements = await page.EvaluateAsync<int>("document.querySelectorAll('*').length - document.querySelectorAll('svg *').length");
        return (elements, asked.Count, bytes / 1000d);
    }
}
