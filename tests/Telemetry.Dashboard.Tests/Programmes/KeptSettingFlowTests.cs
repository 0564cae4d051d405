using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Analytics.Programmes;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Tests.Programmes;

/// <summary>Settings that the gateway is asked to keep in the controller.</summary>
public sealed partial class KeptSettingFlowTests
{
    private const string Page = "/chaufferies/gw-ecole/chaufferie/reglages";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_ShowsWhatTheControllerHas_AndWhatMayBeKeptOnly()
    {
        await using var site = WithProgramme();
        site.Values.Tell("gw-ecole", "curve.slope", 2.1);
        site.Values.Tell("gw-ecole", "pump.post.run", 6);
        using var browser = await site.BrowserOfAsync("technicien");

        var html = await browser.GetStringAsync(Page, Cancel);
        var text = Html.Text(html);
        Assert.Contains("Dans l'automate : 2,10, lu à", text, StringComparison.Ordinal);
        Assert.Contains("Dans l'automate : 6 min, lu à", text, StringComparison.Ordinal);
        Assert.Contains("Pente : tenu dans l'automate par la passerelle", text, StringComparison.Ordinal);
        Assert.Contains("Ballon : tenu dans l'automate par la passerelle", text, StringComparison.Ordinal);
        Assert.Equal(["CurveSlope", "HotWater"], Boxes().Matches(html).Select(match => match.Groups["setting"].Value));
        Assert.DoesNotContain("elle n'a pas de point inscriptible", text, StringComparison.Ordinal);
        Assert.Contains("La pompe a tourné dans les sept derniers jours.", text, StringComparison.Ordinal);

        using var officer = await site.BrowserOfAsync("energie");
        Assert.DoesNotContain("name=\"tenu\"", await officer.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticked_IsReadOver_Sent_Journalled_AndUnticked()
    {
        await using var site = WithProgramme();
        site.Values.Tell("gw-ecole", "curve.slope", 2.1);
        using var browser = await site.BrowserOfAsync("technicien");

        using var reread = await PostAsync(browser, ("Geste", "relire"), ("CurveSlope", "1,8"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        var page = await reread.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Pente : 1,80, tenu désormais dans l'automate (il a 2,10)", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("name=\"tenu\" value=\"CurveSlope\"", page, StringComparison.Ordinal);

        using var sent = await PostAsync(browser, ("Geste", "envoyer"), ("CurveSlope", "1,8"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal([new KeptSetting(Setting.CurveSlope, 2)], InForce(site).Kept);
        var line = Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new JournalQuery { Action = JournalActions.ProgrammeSent.Code }));
        Assert.Contains("controller CurveSlope 0", line.Before, StringComparison.Ordinal);
        Assert.Contains("controller CurveSlope 1", line.Asked, StringComparison.Ordinal);

        // Another change leaves the asking as it is; a form without the boxes too.
        using var other = await PostAsync(browser, ("Geste", "envoyer"), ("HeatingLimit", "15,5"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        site.Programmes.Answer(OrderState.Confirmed);
        using var limits = await PostAsync(browser, ("Geste", "envoyer"), ("HeatingLimit", "15"));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((4, new KeptSetting(Setting.CurveSlope, 2)), (InForce(site).Version, Assert.Single(InForce(site).Kept)));

        using var untick = await PostAsync(browser, ("Geste", "relire"), ("tenu-vu", "1"));
        Assert.Contains("Pente : rendu à l'automate, avec sa valeur d'avant", Html.Text(await untick.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var gone = await PostAsync(browser, ("Geste", "envoyer"), ("tenu-vu", "1"));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Empty(InForce(site).Kept);
    }

    [Fact]
    public async Task ChangedOnSite_IsSaid_AndWrittenAgainOnlyWhenSentAgain()
    {
        await using var site = WithProgramme(new KeptSetting(Setting.CurveSlope, 1));
        site.Values.Tell("gw-ecole", "curve.slope", 1.2);
        site.Values.Tell("gw-ecole", "programme.kept.curve.slope", (double)KeptState.ChangedOnSite);
        using var browser = await site.BrowserOfAsync("technicien");
        Assert.Contains("Dans l'automate : 1,20", Html.Text(await browser.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);
        Assert.Contains("Changé sur place, laissé ainsi", Html.Text(await browser.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);

        using var reread = await PostAsync(browser, ("Geste", "relire"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        Assert.Contains("Pente : 1,50, écrit de nouveau dans l'automate (il a 1,20)", Html.Text(await reread.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var sent = await PostAsync(browser, ("Geste", "envoyer"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal(2, Assert.Single(InForce(site).Kept).Asked);
    }

    [Fact]
    public async Task OutsideWhatTheSiteAllows_RefusedBesideTheField()
    {
        await using var site = WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");
        using var answer = await PostAsync(browser, ("Geste", "envoyer"), ("CurveSlope", "3,5"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        Assert.Contains("Dans cet automate, de 0,30 à 3,20.", Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));
    }

    [Fact]
    public async Task HotWater_NoLongerMade_IsNoLongerKept_AndForgedBoxesAreNothing()
    {
        await using var site = WithProgramme(new KeptSetting(Setting.HotWater, 1));
        using var browser = await site.BrowserOfAsync("admin");
        using var sent = await PostAsync(browser, ("Geste", "envoyer"), ("ecs-vu", "1"), ("tenu-vu", "1"), ("tenu", "HotWater"), ("tenu", "PumpOverrun"), ("tenu", "nonsense"), ("Motif", "plus de ballon"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((true, 0), (InForce(site).HotWater is null, InForce(site).Kept.Count));
    }

    [Theory]
    [InlineData(1, 0, "Choc thermique en cours.")]
    [InlineData(0, 1, "Dernier choc thermique de la passerelle : atteint.")]
    [InlineData(0, 2, "Dernier choc thermique de la passerelle : non atteint en quatre heures.")]
    [InlineData(0, 3, "Dernier choc thermique de la passerelle : non mesuré, aucune sonde de ballon.")]
    public async Task Runs_OfTheGateway_AreSaid(int running, int end, string said)
    {
        await using var site = WithProgramme(new KeptSetting(Setting.HotWater, 1));
        site.Values.Tell("gw-ecole", "programme.hotwater.run", running);
        site.Values.Tell("gw-ecole", "programme.hotwater.run.end", end);
        using var browser = await site.BrowserOfAsync("technicien");
        Assert.Contains(said, Html.Text(await browser.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_MayNotSteerIt()
    {
        await using var site = WithProgramme();
        using var admin = await site.BrowserOfAsync("admin");
        using var answer = await PostAsync(admin, ("Geste", "envoyer"), ("tenu-vu", "1"), ("tenu", "CurveSlope"));
        Assert.Contains("« Pente » est un réglage des techniciens : rien n'a été envoyé.", Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    private static Site WithProgramme(params KeptSetting[] kept)
    {
        var site = new Site();
        site.Programmes.Keep(SchoolProgramme.At(site.Clock.Now) with { Kept = kept, HotWater = HotWaterSettings.Usual });
        return site;
    }

    private static Programme InForce(Site site) => site.Programmes.InForce(Valmont.BoilerOf("gw-ecole"))!;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, params (string Name, string Value)[] fields) =>
        await Site.PostAsync(browser, Page, Page, [.. fields, ("Vu", Seen().Match(await browser.GetStringAsync(Page, Cancel)).Groups["seen"].Value), ("Envoi", Guid.NewGuid().ToString())]);

    [GeneratedRegex("name=\"Vu\" value=\"(?<seen>\\d+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seen();

    [GeneratedRegex("name=\"tenu\" value=\"(?<setting>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boxes();
}
