using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Telemetry.Analytics.Groups;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>Pages in a real browser: no accessibility fault, nothing cut, thumbs can hit what they must.</summary>
public sealed class LooksTests
{
    private const string CutShort = "/chaufferies/groupe?lot=33333333-3333-3333-3333-333333333333";
    private static readonly (string Name, string Path, string? Who)[] Pages =
    [
        ("accueil", "/", null),
        ("batiment", "/batiments/mairie", null),
        ("calcul", "/calcul/carbone-jour?batiment=mairie", null),
        ("connexion", "/connexion", null),
        ("chaufferies", "/chaufferies", "technicien"),
        ("passerelles", "/passerelles", "technicien"),
        ("chaufferie", "/chaufferies/gw-ecole/chaufferie", "technicien"),
        ("chaufferie-hors-reseau", "/chaufferies/gw-creche/chaufferie", "technicien"),
        ("programme", "/chaufferies/gw-ecole/chaufferie/programme", "technicien"),
        ("programme-aucun", "/chaufferies/gw-mairie/chaufferie/programme", "technicien"),
        ("semaine", "/chaufferies/gw-ecole/chaufferie/programme/semaine/zone-1", "technicien"),
        ("reglages", "/chaufferies/gw-ecole/chaufferie/reglages", "technicien"),
        ("mode", "/chaufferies/gw-ecole/chaufferie/mode", "technicien"),
        ("mode-relire", "/chaufferies/gw-ecole/chaufferie/mode?Form.Mode=Standby&Form.Fin=1h", "technicien"),
        ("groupe", "/chaufferies/groupe", "technicien"),
        ("groupe-essai", "/chaufferies/groupe?Salles=gw-ecole/chaufferie&Salles=gw-creche/chaufferie&Form.Mode=Frost&Form.Fin=2h&Form.Motif=gel", "technicien"),
        ("groupe-interrompu", CutShort, "technicien"),
        ("plan-technicien", "/plan-du-site", "technicien"),
        ("dossier-mois", "/chaufferies/gw-ecole/chaufferie/dossier/mois", "technicien"),
        ("securite", "/chaufferies/gw-ecole/chaufferie/securite", "technicien"),
        ("journal-chaufferie", "/chaufferies/gw-ecole/chaufferie/journal", "technicien"),
        ("dossier", "/chaufferies/gw-ecole/chaufferie/dossier", "technicien"),
        ("relire", "/chaufferies/gw-ecole/chaufferie/relire?Form.Valeur=20&Form.Fin=1h&Form.Motif=Conseil", "technicien"),
        ("alarmes", "/alarmes", "technicien"),
        ("alarme", "/alarmes/11111111111111111111111111111111", "technicien"),
        ("alarme-a-clore", "/alarmes/44444444444444444444444444444444", "technicien"),
        ("alarmes-historique", "/alarmes/historique", "technicien"),
        ("patrimoine", "/patrimoine", "energie"),
        ("patrimoine-batiment", "/patrimoine/batiments/mairie", "energie"),
        ("patrimoine-calcul", "/patrimoine/calcul/carbone", "energie"),
        ("patrimoine-anomalies", "/patrimoine/anomalies", "energie"),
        ("patrimoine-actions", "/patrimoine/actions", "energie"),
        ("patrimoine-en-direct", "/patrimoine/en-direct", "energie"),
        ("rapports", "/rapports", "energie"),
        ("parc", "/parc", "energie"),
        ("compte", "/compte", "technicien"),
        ("mot-de-passe", "/compte/mot-de-passe", "technicien"),
        ("second-facteur", "/compte/second-facteur", "technicien"),
        ("confirmer", "/confirmer?retour=/chaufferies", "technicien"),
        ("comptes", "/admin/comptes", "admin"),
        ("astreinte", "/astreinte", "admin"),
        ("un-compte", "/admin/comptes/3", "admin"),
        ("journal", "/admin/journal?verifier=true", "admin"),
        ("introuvable", "/nulle-part", null),
        ("accessibilite", "/accessibilite", null),
        ("plan", "/plan-du-site", null),
        ("mentions", "/mentions-legales", null),
    ];

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task EachPage_HasNoAccessibilityFaultAndFits(int width)
    {
        await using var chromium = await Chromium.StartAsync();
        chromium.Site.Programmes.Keep(SchoolProgramme.At(chromium.Site.Clock.Now) with { HotWater = HotWaterSettings.Usual });
        CutAGroupShort(chromium.Site);
        await TieAnIdentityAsync(chromium.Site);
        var faults = new List<string>();
        IPage? page = null;
        var last = "";
        foreach (var (name, path, who) in Pages)
        {
            page = page is null || last != who ? await chromium.OpenAsync(path, width, who) : page;
            last = who;
            await page.GotoAsync(path);
            var axe = await page.RunAxe(new() { Rules = new Dictionary<string, Deque.AxeCore.Commons.RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } } });
            faults.AddRange(axe.Violations.Select(fault => name + ": " + fault.Id + " " + string.Join(" | ", fault.Nodes.Select(node => node.Html))));
            var cut = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (cut > 0)
            {
                faults.Add($"{name}: {cut.ToString(CultureInfo.InvariantCulture)} px wider than the screen");
            }

            await PictureAsync(page, $"{name}-{width.ToString(CultureInfo.InvariantCulture)}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("/chaufferies")]
    [InlineData("/chaufferies/gw-ecole/chaufferie")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/reglages")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/programme")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/programme/semaine/zone-1")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/journal")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/dossier")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/dossier/mois")]
    [InlineData("/passerelles")]
    [InlineData("/chaufferies/groupe")]
    [InlineData(CutShort)]
    [InlineData("/chaufferies/gw-ecole/chaufferie/mode")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/mode?Form.Mode=Standby&Form.Fin=1h")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/securite")]
    [InlineData("/alarmes")]
    [InlineData("/alarmes/11111111111111111111111111111111")]
    [InlineData("/alarmes/44444444444444444444444444444444")]
    [InlineData("/alarmes/historique")]
    [InlineData("/astreinte")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/relire?Form.Valeur=18&Form.Fin=1h")]
    [InlineData("/compte")]
    [InlineData("/compte/mot-de-passe")]
    [InlineData("/compte/second-facteur")]
    [InlineData("/confirmer")]
    public async Task TechnicianPages_TargetsAreLargeEnoughForThumbs(string path)
    {
        await using var chromium = await Chromium.StartAsync();
        chromium.Site.Programmes.Keep(SchoolProgramme.At(chromium.Site.Clock.Now) with { HotWater = HotWaterSettings.Usual });
        CutAGroupShort(chromium.Site);
        await TieAnIdentityAsync(chromium.Site);
        var page = await chromium.OpenAsync(path, 360, "technicien");

        var small = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("main a, main button:not(.unseen), main summary, main select, main input:not([type=hidden]):not([type=radio]):not([type=checkbox]), main .ends label, main .ticks label")]
              .filter(one => one.offsetParent !== null)
              .filter(one => one.getBoundingClientRect().height < 44)
              .map(one => one.outerHTML.slice(0, 80) + " " + one.getBoundingClientRect().height)
            """);

        Assert.Empty(small);
    }

    // Kept, and sent by nobody: as a centre that died at once left it.
    private static void CutAGroupShort(Site site) => site.Services.GetRequiredService<IGroups>().Open(new OrderGroup
    {
        Id = Guid.Parse(CutShort.Split('=')[1]), By = "technicien", Role = OrderRole.Technician, Mode = HeatingMode.Frost, Until = site.Clock.Now.AddHours(2), Reason = "gel", At = site.Clock.Now,
        Items = [new("École Jules-Ferry", new(Valmont.BoilerOf("gw-ecole"), "mode")), new("Mairie", new(Valmont.BoilerOf("gw-mairie"), "mode"))],
    });

    // Tied and not accepted yet: its owner is told on every page.
    private static async Task TieAnIdentityAsync(Site site)
    {
        var (identities, store, cancel) = (site.Services.GetRequiredService<ExternalIdentities>(), site.Services.GetRequiredService<AccountStore>(), TestContext.Current.CancellationToken);
        await identities.ComeAsync(new() { Issuer = "https://identite.valmont-sur-orne.example", Subject = "1", Label = "lea.martin@valmont-sur-orne.example" }, cancel);
        Assert.Equal(TieProblem.None, (await identities.TieAsync(1, (await store.FindAsync(3, cancel))!, (await store.FindAsync("admin", cancel))!, cancel)).Problem);
    }

    // Pictures are for people's eyes; they are kept only where a folder is asked for.
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("TELEMETRY_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
