using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Energy;

namespace Telemetry.Dashboard.Tests;

/// <summary>The officer's screens on a town with three years of past: findings, charts, actions, frozen reports.</summary>
public sealed partial class OfficerPagesTests(OfficerPagesTests.SiteWithPast shared) : IClassFixture<OfficerPagesTests.SiteWithPast>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_TownWithAPast_FindsAndSums()
    {
        var site = shared.Site;
        using var browser = await site.BrowserOfAsync("energie");

        var html = await browser.GetStringAsync("/patrimoine", Cancel);
        var text = Html.Text(html);
        var estate = site.Services.GetRequiredService<IEstate>();
        var figures = estate.Of(EstatePeriod.Parse(null, estate.Today));

        Assert.Contains("12 mois à fin octobre", text, StringComparison.Ordinal);
        Assert.Contains("à climat égal", text, StringComparison.Ordinal);
        Assert.Contains("objectif −40 % en 2030", text, StringComparison.Ordinal);
        Assert.Contains(Figure().Matches(html), match => match.Groups["value"].Value == figures.Energy.Value.ToString("0.######", CultureInfo.InvariantCulture));
        Assert.Equal(figures.Energy.Value, figures.Buildings.Sum(one => one.Energy.Total.Value), 1e-6);
        Assert.Equal(figures.Energy.Value, figures.Buildings.SelectMany(one => one.Days.Values).SelectMany(days => days).Where(day => day.Known).Sum(day => day.KWh), 1e-6);
        Assert.Equal(figures.Carbon.Total.Value, figures.Carbon.Lines.Sum(line => line.KgCO2e), 1e-6);
        Assert.Equal(["ecole-jules-ferry"], figures.HalfOfUse.Select(one => one.Building.Id));
    }

    [Fact]
    public async Task Building_UsedMoreThanItsWeather_IsFound()
    {
        var site = shared.Site;
        using var browser = await site.BrowserOfAsync("energie");

        var hall = Html.Text(await browser.GetStringAsync("/patrimoine/batiments/mairie", Cancel));
        var school = Html.Text(await browser.GetStringAsync("/en/patrimoine/batiments/ecole-jules-ferry", Cancel));

        Assert.Contains("de gaz de plus que la météo ne l'explique (+25", hall, StringComparison.Ordinal);
        Assert.Contains("as the weather leads to expect", school, StringComparison.Ordinal);
        Assert.Contains("Modèle : bon", hall, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/patrimoine", "/patrimoine?handler=Csv", "annees", 2)]
    [InlineData("/patrimoine/batiments/mairie?periode=2025", "/patrimoine/batiments/mairie?periode=2025&handler=Csv", "mois", 1)]
    [InlineData("/patrimoine/batiments/mairie?periode=2025", "/patrimoine/batiments/mairie?periode=2025&handler=Csv&quoi=signature", "degres", 1)]
    public async Task Chart_Table_AndFile_SayTheSame(string page, string file, string table, int column)
    {
        var site = shared.Site;
        using var browser = await site.BrowserOfAsync("energie");

        var html = await browser.GetStringAsync(page, Cancel);
        var rows = (await browser.GetStringAsync(file, Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[column]).ToList();
        var from = html.IndexOf($"id=\"{table}\"", StringComparison.Ordinal);
        var cells = Cell().Matches(html[from..html.IndexOf("</table>", from, StringComparison.Ordinal)]).Select(match => match.Groups["value"].Value).ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(rows, cells);
        var section = html[html.LastIndexOf("<svg", from, StringComparison.Ordinal)..from];
        Assert.Equal(rows.Count, table == "degres" ? rows.Count : Bar().Count(section));
    }

    [Theory]
    [InlineData("/patrimoine")]
    [InlineData("/patrimoine?periode=2025&tous=1")]
    [InlineData("/patrimoine/batiments/ecole-jules-ferry?periode=2025")]
    [InlineData("/patrimoine/calcul/carbone?periode=12m")]
    [InlineData("/patrimoine/calcul/donnees")]
    [InlineData("/patrimoine/actions")]
    public async Task Budget_EachOfficerPage_StaysUnderElementsAndKilobytes(string path)
    {
        var site = shared.Site;
        using var browser = await site.BrowserOfAsync("energie");

        var html = await browser.GetStringAsync(path, Cancel);

        Assert.True(Html.Elements(html) <= 380, Html.Elements(html).ToString(CultureInfo.InvariantCulture));
        Assert.True(html.Length <= 60_000, html.Length.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("energie", "kWh PCS")]
    [InlineData("carbone", "Base Empreinte")]
    [InlineData("cout", "taxes comprises")]
    [InlineData("donnees", "jamais compté comme zéro")]
    [InlineData("trajectoire", "indicatif")]
    public async Task Explain_EachFigure_SaysHow(string what, string words)
    {
        var site = shared.Site;
        using var browser = await site.BrowserOfAsync("maire");

        Assert.Contains(words, Html.Text(await browser.GetStringAsync("/patrimoine/calcul/" + what, Cancel)), StringComparison.Ordinal);
        using var unknown = await browser.GetAsync("/patrimoine/calcul/bonheur", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Action_FromRecordToMeasuredGain()
    {
        await using var site = new Site();
        Past.Into(site);
        using var browser = await site.BrowserOfAsync("energie");

        using var wrong = await Site.PostAsync(browser, "/patrimoine/actions", "/patrimoine/actions", ("Form.Batiment", "mairie"), ("Form.Titre", "Baisser la nuit"), ("Form.Responsable", ""), ("Form.Echeance", "2026-13-01"));
        using var made = await Site.PostAsync(
            browser, "/patrimoine/actions", "/patrimoine/actions",
            ("Form.Batiment", "mairie"), ("Form.Titre", "Baisser la nuit"), ("Form.Responsable", "M. Petit"), ("Form.Echeance", "2025-10-15"), ("Form.Gain", "12 000"));
        using var done = await Site.PostAsync(
            browser, "/patrimoine/actions/1", "/patrimoine/actions/1",
            ("Form.Titre", "Baisser la nuit"), ("Form.Responsable", "M. Petit"), ("Form.Echeance", "2025-10-15"), ("Form.Gain", "12000"), ("Form.Etat", "Done"), ("Form.Faite", "2025-11-01"));
        var page = Html.Text(await browser.GetStringAsync("/patrimoine/actions/1", Cancel));

        Assert.Contains("Il manque", Html.Text(await wrong.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.Equal("/patrimoine/actions/1?fait=2", done.Headers.Location?.ToString());
        Assert.Contains("Gain mesuré, gaz naturel : −", page, StringComparison.Ordinal);
        Assert.Contains("sur 365 jours", page, StringComparison.Ordinal);

        // A month of electricity is no baseline: refused, not a number.
        Assert.Contains("Gain mesuré, électricité : pas encore mesurable", page, StringComparison.Ordinal);
        var lines = site.Services.GetRequiredService<IJournal>().Read(new());
        Assert.Contains(lines, line => line.Action == "action.added" && line.By.Name == "energie");
        Assert.Contains(lines, line => line.Action == "action.changed" && line.Before.StartsWith("Planned", StringComparison.Ordinal) && line.Asked.StartsWith("Done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Action_DeclaredChange_IsExpectedAndJournalled()
    {
        await using var site = new Site();
        Past.Into(site);
        using var browser = await site.BrowserOfAsync("energie");
        using var made = await Site.PostAsync(
            browser, "/patrimoine/actions", "/patrimoine/actions",
            ("Form.Batiment", "mairie"), ("Form.Titre", "Isoler"), ("Form.Responsable", "M. Petit"), ("Form.Echeance", "2025-10-15"));
        using var done = await Site.PostAsync(
            browser, "/patrimoine/actions/1", "/patrimoine/actions/1",
            ("Form.Titre", "Isoler"), ("Form.Responsable", "M. Petit"), ("Form.Echeance", "2025-10-15"), ("Form.Etat", "Done"), ("Form.Faite", "2025-11-01"));
        var estate = site.Services.GetRequiredService<IEstate>();
        var action = site.Services.GetRequiredService<IActions>().Find(1)!;
        var before = estate.Gains(action).Single(one => one.Carrier == Carrier.NaturalGas).Savings;

        using var wrong = await Site.PostAsync(browser, "/patrimoine/actions/1", "/patrimoine/actions/1?handler=Ajustement", ("Adjustment.Energie", "NaturalGas"), ("Adjustment.Du", "2026-01-10"), ("Adjustment.Au", "2026-01-01"), ("Adjustment.ParJour", "20"), ("Adjustment.Raison", "x"));
        using var declared = await Site.PostAsync(browser, "/patrimoine/actions/1", "/patrimoine/actions/1?handler=Ajustement", ("Adjustment.Energie", "NaturalGas"), ("Adjustment.Du", "2026-01-01"), ("Adjustment.Au", "2026-01-10"), ("Adjustment.ParJour", "20,5"), ("Adjustment.Raison", "Salle ouverte, 20,5 kWh par jour au sous-compteur"));
        var after = estate.Gains(action).Single(one => one.Carrier == Carrier.NaturalGas).Savings;

        Assert.Contains("Il manque", Html.Text(await wrong.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal("/patrimoine/actions/1?fait=3", declared.Headers.Location?.ToString());
        Assert.Equal(before.Avoided.Value + (10 * 20.5), after.Avoided.Value, 1e-6);
        Assert.Equal(after.Avoided.Value, after.Avoided.Lines.Sum(line => line.Result), 1e-6);
        Assert.Equal(before.Band, after.Band);
        Assert.Contains("Salle ouverte", Html.Text(await browser.GetStringAsync("/patrimoine/actions/1", Cancel)), StringComparison.Ordinal);
        Assert.Contains(site.Services.GetRequiredService<IJournal>().Read(new()), line => line.Action == "adjustment.declared" && line.Site == "mairie");
    }

    [Fact]
    public async Task Action_ByTheMayor_IsRefused()
    {
        await using var site = new Site();
        using var officer = await site.BrowserOfAsync("energie");
        using var mayor = await site.BrowserOfAsync("maire");
        Assert.DoesNotContain("Form.Titre", await mayor.GetStringAsync("/patrimoine/actions", Cancel), StringComparison.Ordinal);

        using var answer = await Site.PostAsync(mayor, "/patrimoine", "/patrimoine/actions", ("Form.Batiment", "mairie"), ("Form.Titre", "x"), ("Form.Responsable", "y"), ("Form.Echeance", "2026-12-01"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Report_FrozenThenCorrected_KeepsBothVersions()
    {
        await using var site = new Site();
        Past.Into(site);
        using var browser = await site.BrowserOfAsync("energie");

        using var frozen = await Site.PostAsync(browser, "/rapports", "/rapports", ("sorte", "Yearly"), ("periode", "2025"));
        using var again = await Site.PostAsync(browser, "/rapports", "/rapports", ("sorte", "Yearly"), ("periode", "2025"));
        using var open = await Site.PostAsync(browser, "/rapports", "/rapports", ("sorte", "Yearly"), ("periode", "2026"));
        var yearly = await browser.GetStringAsync("/rapports/2026-001", Cancel);
        var page = Html.Text(yearly);
        Assert.True(Html.Elements(yearly) <= 380, Html.Elements(yearly).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(9, (await browser.GetStringAsync("/rapports/2026-001?handler=Csv&table=operat", Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var pdf = await browser.GetByteArrayAsync("/rapports/2026-001?handler=Pdf", Cancel);
        var csv = await browser.GetStringAsync("/rapports/2026-001?handler=Csv&table=months", Cancel);
        using var carbon = await Site.PostAsync(browser, "/rapports", "/rapports", ("sorte", "Carbon"), ("periode", "2025"));
        var emissions = await browser.GetStringAsync("/rapports/2026-002", Cancel);

        Assert.Equal("/rapports/2026-001", frozen.Headers.Location?.ToString());
        var line = Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new()), one => one.Action == "report.frozen" && one.Object == "2026-001");
        Assert.Contains(line.ReadBack["sha256 ".Length..], page, StringComparison.Ordinal);
        Assert.Contains("Rien n'a changé", Html.Text(await again.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Contains("n'est pas terminée", Html.Text(await open.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Contains("Empreinte SHA-256 : ", page, StringComparison.Ordinal);
        Assert.Equal(13, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.InRange(pdf.Length, 20_000, 900_000);
        Assert.Equal("/rapports/2026-002", carbon.Headers.Location?.ToString());
        Assert.True(Html.Elements(emissions) <= 380, Html.Elements(emissions).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Anomaly_ExplainedWithAReason_IsAsked_NoMore()
    {
        await using var site = new Site();
        Past.Into(site);
        using var browser = await site.BrowserOfAsync("energie");
        var anomaly = site.Services.GetRequiredService<IEstate>().Anomalies()[0];

        using var without = await Site.PostAsync(browser, "/patrimoine/anomalies", "/patrimoine/anomalies", ("anomalie", anomaly.Key), ("motif", " "), ("verdict", "explique"));
        using var said = await Site.PostAsync(browser, "/patrimoine/anomalies", "/patrimoine/anomalies", ("anomalie", anomaly.Key), ("motif", "Élections"), ("verdict", "explique"));
        var page = Html.Text(await browser.GetStringAsync("/patrimoine/anomalies", Cancel));

        Assert.Contains("Écrivez le motif", Html.Text(await without.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, said.StatusCode);
        Assert.Contains("Élections", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{anomaly.Key}\"", page, StringComparison.Ordinal);
    }

    /// <summary>One site with its past for all tests that only read.</summary>
    public sealed class SiteWithPast : IAsyncDisposable
    {
        internal Site Site { get; } = Made();

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        private static Site Made()
        {
            var site = new Site();
            Past.Into(site);
            return site;
        }
    }

    [GeneratedRegex("data-value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    [GeneratedRegex("<data value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex("<rect class=\"(bar|hole)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bar();
}
