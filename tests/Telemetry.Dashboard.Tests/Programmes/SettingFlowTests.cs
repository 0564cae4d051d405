using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Calendars;
using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Tests.Programmes;

/// <summary>Settings read, changed, read over, sent, undone, without a script.</summary>
public sealed class SettingFlowTests
{
    private const string Room = "/chaufferies/gw-ecole/chaufferie";
    private const string Page = Room + "/reglages";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slope_ReadOverThenSent_IsAVersion_Journalled_AndUndone()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        using var reread = await PostAsync(browser, ("Geste", "relire"), ("CurveSlope", "1,8"), ("HeatingLimit", "15,5"));
        var page = Html.Text(await reread.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Pente : 1,80, au lieu de 1,50", page, StringComparison.Ordinal);
        Assert.Contains("Non-chauffage au-dessus de : 15,5 °C, au lieu de 16,0 °C", page, StringComparison.Ordinal);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));

        using var sent = await PostAsync(browser, ("Geste", "envoyer"), ("CurveSlope", "1,8"), ("HeatingLimit", "15,5"));
        Assert.Equal(Page + "#etat-programme", sent.Headers.Location?.ToString());
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((1.8, 15.5), (site.InForce.Zones[0].Settings.Curve.Slope, site.InForce.Zones[0].Settings.HeatingLimit));
        Assert.Contains("value=\"1,80\"", await browser.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
        var line = Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new JournalQuery { Action = JournalActions.ProgrammeSent.Code }));
        Assert.Contains("zones/zone-1 CurveSlope 1.5", line.Before, StringComparison.Ordinal);
        Assert.Contains("zones/zone-1 CurveSlope 1.8", line.Asked, StringComparison.Ordinal);

        using var undone = await Site.PostAsync(browser, Room + "/programme", Room + "/programme", ("Geste", "revenir"), ("Relu", "true"), ("Ancienne", "1"), ("Vu", "2"), ("Envoi", Guid.NewGuid().ToString()));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((1.5, 1), (site.InForce.Zones[0].Settings.Curve.Slope, site.InForce.Restores));
    }

    [Theory]
    [InlineData("CurveSlope", "3,6", "Pas plus de 3,5.")]
    [InlineData("CurveSlope", "1,52", "Par pas de 0,05.")]
    [InlineData("CurveSlope", "raide", "Écrivez un nombre, par exemple 1,5.")]
    [InlineData("CurveShift", "-11", "Pas moins de −10,0 K.")]
    [InlineData("FlowMin", "80", "Pas plus de 50,0 °C.")]
    [InlineData("FlowMax", "15", "La courbe de chauffe se contredit.")]
    [InlineData("Comfort", "20", "Au-dessus de 19,0 °C, la limite du code de l'énergie, indiquez un motif.")]
    [InlineData("Reduced", "19,5", "Pas plus de 18,0 °C.")]
    public async Task BadInput_IsRefusedBesideItsField_AndNothingTypedIsLost(string field, string typed, string said)
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await PostAsync(browser, ("Geste", "envoyer"), (field, typed), ("HeatingLimit", "15,5"));

        var html = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(said, Html.Text(html), StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{typed}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("value=\"15,5\"", html, StringComparison.Ordinal);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));
    }

    [Fact]
    public async Task Limits_AreShownToTechnicians_AndChangedByAdministratorsOnly()
    {
        await using var site = Site.WithProgramme();
        using var technician = await site.BrowserOfAsync("technicien");
        Assert.Contains("Marche minimale : 5 min (réglage de l'administrateur)", Html.Text(await technician.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);
        using var refused = await PostAsync(technician, ("Geste", "envoyer"), ("BurnerLeastRun", "7"));
        Assert.Contains("« Marche minimale » est un réglage de l'administrateur : rien n'a été envoyé.", Html.Text(await refused.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));

        using var admin = await site.BrowserOfAsync("admin");
        using var steering = await PostAsync(admin, ("Geste", "envoyer"), ("CurveSlope", "1,8"));
        Assert.Contains("« Pente » est un réglage des techniciens : rien n'a été envoyé.", Html.Text(await steering.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var silent = await PostAsync(admin, ("Geste", "envoyer"), ("BoilerMost", "85"));
        Assert.Contains("« Chaudière au plus » ne change pas sans motif écrit.", Html.Text(await silent.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var sent = await PostAsync(admin, ("Geste", "envoyer"), ("BoilerMost", "85"), ("BurnerLeastRun", "7"), ("Motif", "avis du constructeur"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((85.0, 7.0, OrderRole.Administrator), (site.InForce.Plant.BoilerMost, site.InForce.Plant.BurnerLeastRun, site.Programmes.LastRole));

        // To put the old limits back is to change them.
        using var undone = await Site.PostAsync(technician, Room + "/programme", Room + "/programme", ("Geste", "revenir"), ("Ancienne", "1"), ("Vu", "2"), ("Envoi", Guid.NewGuid().ToString()));
        Assert.Contains("est un réglage de l'administrateur", Html.Text(await undone.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HotWater_Followed_ShowsItsRunAndItsEvidence()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        using var sent = await PostAsync(browser, ("Geste", "envoyer"), ("ecs-vu", "1"), ("ecs", "1"), ("HotWater", "58"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((58.0, 70.0), (site.InForce.HotWater!.Setpoint, site.InForce.HotWater!.LegionellaRun));
        Assert.Contains("Aucune sonde d'eau chaude : rien ne peut être prouvé", Html.Text(await browser.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);

        // To stop following it would end the legionella runs: the box is not offered, and a forged form sends nothing.
        var page = await browser.GetStringAsync(Page, Cancel);
        Assert.Contains("L'administrateur seul peut cesser de la suivre", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"ecs\"", page, StringComparison.Ordinal);
        using var dropped = await PostAsync(browser, ("Geste", "envoyer"), ("ecs-vu", "1"), ("Motif", "plus personne n'en veut"));
        Assert.Contains("« Ballon » est un réglage de l'administrateur : rien n'a été envoyé.", Html.Text(await dropped.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.NotNull(site.InForce.HotWater);
    }

    [Fact]
    public async Task HotWater_DroppedByAnAdministrator_ThenTakenUpAgain_ResetsNoLimit()
    {
        await using var site = Site.WithProgramme();
        var limited = HotWaterSettings.Usual with { AntiScald = 45, Setpoint = 58, LegionellaStart = new LocalMinute(180) };
        site.Programmes.Keep(site.InForce with { Version = 2, Previous = 1, HotWater = limited, Reason = "crèche" });
        using var admin = await site.BrowserOfAsync("admin");
        using var silent = await PostAsync(admin, ("Geste", "envoyer"), ("ecs-vu", "1"));
        Assert.Contains("ne change pas sans motif écrit", Html.Text(await silent.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var reread = await PostAsync(admin, ("Geste", "relire"), ("ecs-vu", "1"), ("Motif", "chauffe-eau électriques posés"));
        Assert.Contains("plus de choc thermique d'ici", Html.Text(await reread.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var sent = await PostAsync(admin, ("Geste", "envoyer"), ("ecs-vu", "1"), ("Motif", "chauffe-eau électriques posés"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Null(site.InForce.HotWater);
        var line = site.Services.GetRequiredService<IJournal>().Read(new JournalQuery { Action = JournalActions.ProgrammeSent.Code, Most = 1 })[0];
        Assert.Contains("hotWater AntiScald 45", line.Before, StringComparison.Ordinal);
        Assert.Contains("hotWater AntiScald none", line.Asked, StringComparison.Ordinal);

        // A technician sees the last limits, may not take hot water up without them, nor with the factory's.
        using var technician = await site.BrowserOfAsync("technicien");
        var page = await technician.GetStringAsync(Page, Cancel);
        Assert.Contains("l'administrateur seul peut la reprendre", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("Eau mitigée au plus : 45 °C", Html.Text(page), StringComparison.Ordinal);
        foreach (var mixed in new[] { "45", "50" })
        {
            using var refused = await PostAsync(technician, ("Geste", "envoyer"), ("ecs-vu", "1"), ("ecs", "1"), ("AntiScald", mixed), ("Motif", "reprise"));
            Assert.Contains("est un réglage de l'administrateur : rien n'a été envoyé.", Html.Text(await refused.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        }

        using var taken = await PostAsync(admin, ("Geste", "envoyer"), ("ecs-vu", "1"), ("ecs", "1"), ("Motif", "retour au ballon"));
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((45, 58, limited.LegionellaStart), (site.InForce.HotWater!.AntiScald, site.InForce.HotWater.Setpoint, site.InForce.HotWater.LegionellaStart));
    }

    [Fact]
    public async Task AnotherVersionMeanwhile_GatewayAway_OrNoProgramme_EachHasItsSentence()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");
        Assert.Contains("Créez d'abord le programme.", Html.Text(await browser.GetStringAsync("/chaufferies/gw-mairie/chaufferie/reglages", Cancel)), StringComparison.Ordinal);

        site.Programmes.Keep(site.InForce with { Version = 2, Previous = 1, By = "dominique" });
        using var stale = await Site.PostVersionAsync(browser, Page, [("Geste", "envoyer"), ("CurveSlope", "1,8")], seen: "1");
        Assert.Contains("dominique a enregistré la version 2 pendant que vous modifiiez la version 1", Html.Text(await stale.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);

        site.Town.Offline.Add("gw-ecole");
        using var away = await Site.PostVersionAsync(browser, Page, [("Geste", "envoyer"), ("CurveSlope", "1,8")], seen: "2");
        Assert.Contains("Envoi impossible : la passerelle est hors réseau.", Html.Text(await away.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);

        using var officer = await site.BrowserOfAsync("energie");
        Assert.Contains("Lecture seule", Html.Text(await officer.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);
        using var forbidden = await Site.PostAsync(officer, Page, Page, ("Geste", "envoyer"), ("CurveSlope", "1,8"), ("Vu", "2"));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task AfterProvingWhoOneIs_TheFormIsAsItWasTyped()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        var page = await browser.GetStringAsync(Page + "?Vu=1&CurveSlope=2,15&Motif=neige", Cancel);

        Assert.Contains("value=\"2,15\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"neige\"", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, params (string Name, string Value)[] fields) => Site.PostVersionAsync(browser, Page, fields);
}
