using System.Net;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests;

/// <summary>Every page, in both languages, whole without a script.</summary>
public sealed class PagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", null, "nos 4 bâtiments suivis ont consommé 594 kWh", "our 4 buildings followed have used 594 kWh")]
    [InlineData("/batiments/mairie", null, "Depuis minuit : 110 kWh d'énergie", "Since midnight: 110 kWh of energy")]
    [InlineData("/calcul/carbone-jour?batiment=mairie", null, "Base Empreinte", "Base Empreinte")]
    [InlineData("/connexion", null, "Mot de passe", "Password")]
    [InlineData("/deconnexion", null, "Vous êtes déconnecté", "You are signed out")]
    [InlineData("/accessibilite", null, "Voies de recours", "Remedies")]
    [InlineData("/mentions-legales", null, "Éditeur", "Publisher")]
    [InlineData("/plan-du-site", null, "Pour tous", "For everybody")]
    [InlineData("/chaufferies", "technicien", "2 en alarme · 0 à surveiller · 2 normales", "2 in alarm · 0 to watch · 2 normal")]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien", "Chauffe en marche, en automatique.", "Heating, on its programme.")]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien", "Chaudière de tête conseillée : n° 2 (3 812 h contre 4 120 h).", "Advised lead boiler: no. 2 (3,812 h against 4,120 h).")]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien", "1 chaudière suffit, 2 tournent.", "1 boiler is enough, 2 run.")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/programme", "technicien", "Aucun programme d'ici : l'automate suit le sien", "No programme from here: the controller follows its own")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/journal", "technicien", "Aucun ordre donné d'ici.", "No order given from here.")]
    [InlineData("/chaufferies/gw-ecole/chaufferie/dossier", "energie", "Hypothèse : un déplacement = 10 km aller-retour et 1,0 h", "Assumption: one trip = 10 km there and back and 1.0 h")]
    [InlineData("/passerelles", "technicien", "17", "Unreadable messages")]
    [InlineData("/passerelles", "technicien", "en ligne depuis 13:40", "online since 13:40")]
    [InlineData("/alarmes", "technicien", "2 en alarme · 1 à surveiller · 0 pour information", "2 in alarm · 1 to watch · 0 for information")]
    [InlineData("/alarmes/11111111111111111111111111111111", "technicien", "Chaufferie. Brûleur ou automate en défaut, depuis 12:41.", "Check first")]
    [InlineData("/alarmes/historique", "energie", "9 sur 10 en", "9 in 10 within")]
    [InlineData("/astreinte", "technicien", "Personne n'est d'astreinte en ce moment", "Nobody is on call now")]
    [InlineData("/patrimoine", "energie", "Aucune donnée sur cette période", "No data over this period")]
    [InlineData("/patrimoine/anomalies", "energie", "Aucune anomalie à décider", "No anomaly to decide")]
    [InlineData("/rapports", "energie", "Aucun rapport n'est encore figé.", "No report is frozen yet.")]
    [InlineData("/patrimoine/actions", "maire", "Aucune action n'est inscrite.", "No action is recorded.")]
    [InlineData("/patrimoine/en-direct", "energie", "En novembre 2026, jusqu'ici : 12,9 MWh", "In November 2026, so far: 12.9 MWh")]
    [InlineData("/parc", "maire", "a consommé 16,9 kWh depuis minuit et appelle 1,3 kW", "has used 16.9 kWh since midnight and draws 1.3 kW")]
    [InlineData("/admin/comptes", "admin", "Responsable énergie", "Sustainability officer")]
    public async Task Get_EachPage_InBothLanguages(string path, string? who, string french, string english)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync(who);

        Assert.Contains(french, await TextAsync(browser, path), StringComparison.Ordinal);
        Assert.Contains(english, await TextAsync(browser, path == "/" ? "/en" : "/en" + path), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Html.Text(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
