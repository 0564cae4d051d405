using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Tests.Programmes;

/// <summary>A programme from its proposal to its undoing, without a script.</summary>
public sealed partial class ProgrammeFlowTests
{
    private const string Page = "/chaufferies/gw-ecole/chaufferie/programme";
    private const string Week = Page + "/semaine/zone-1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programme_Created_IsShownOnItsWayThenReceived()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var sent = await PostAsync(browser, Page, ("Geste", "creer"), ("Emetteur", "Radiators"));
        Assert.Equal(Page + "#etat-programme", sent.Headers.Location?.ToString());
        Assert.Contains("Version 1 envoyée à 14:02 ; la passerelle n'a pas encore répondu.", await TextAsync(browser), StringComparison.Ordinal);

        site.Programmes.Answer(OrderState.Confirmed);
        var page = await TextAsync(browser);
        Assert.Contains("Version 1, de technicien : reçue par la passerelle à 14:02.", page, StringComparison.Ordinal);
        Assert.Contains("Réduit (16,0 °C) maintenant ; Occupé (19,0 °C) demain à 08:00.", page, StringComparison.Ordinal);
        Assert.Contains("lundi, mardi, mercredi, jeudi, vendredi : 08:00–18:00", page, StringComparison.Ordinal);
        var line = Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new JournalQuery { Action = JournalActions.ProgrammeSent.Code }));
        Assert.Equal(("technicien", "Technician", "version 1, 0 exceptions, 0 closures"), (line.By.Name, line.By.Role, line.Asked));
    }

    [Fact]
    public async Task Meeting_TonightInThreeTaps_ThenTakenAway_ThenPutBack()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        using var added = await PostAsync(browser, Page, ("Geste", "exception"), ("Ajout.Motif", "réunion"), ("Ajout.Quand", "ce-soir"));
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Contains("dimanche 22 novembre 2026 de 14:02 à 22:00 : Occupé (19,0 °C), réunion · technicien", await TextAsync(browser), StringComparison.Ordinal);
        var meeting = Assert.Single(site.InForce.Exceptions);

        using var removed = await PostAsync(browser, Page, ("Geste", "retirer"), ("Cible", meeting.Id.ToString()));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Contains("Rien de prévu hors de la semaine habituelle.", await TextAsync(browser), StringComparison.Ordinal);

        using var undone = await PostAsync(browser, Page, ("Geste", "revenir"), ("Ancienne", "2"), ("Relu", "true"));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((4, 3, 2), (site.InForce.Version, site.InForce.Previous, site.InForce.Restores));
        Assert.Equal(meeting.Id, Assert.Single(site.InForce.Exceptions).Id);
        Assert.Contains("Version 4, technicien, 14:02</strong> · en place, remet la version 2", await TextAsync(browser), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exception", "Ajout.Motif", "réunion", "Ajout.Quand", "autre", "Ajout.Jour", "2026-11-20", "Ajout.De", "18:00", "Ajout.A", "22:00", "Ces dates sont passées.")]
    [InlineData("exception", "Ajout.Motif", "réunion", "Ajout.Quand", "autre", "Ajout.Jour", "2026-11-27", "Ajout.De", "18:00", "Ajout.A", "18:00", "La fin doit venir après le début.")]
    [InlineData("exception", "Ajout.Motif", "réunion", "Ajout.Quand", "demain-soir", "Ajout.Consigne", "25", "Ajout.De", "", "Ajout.A", "", "Pas plus de 21,0 °C.")]
    [InlineData("fermeture", "Fermeture.Premier", "2026-12-24", "Fermeture.Dernier", "2026-12-20", "Fermeture.Pourquoi", "travaux", "Ajout.De", "", "Ajout.A", "", "La fin doit venir après le début.")]
    public async Task BadInput_IsRefusedBesideItsField_AndNothingTypedIsLost(
        string gesture, string name1, string value1, string name2, string value2, string name3, string value3, string name4, string value4, string name5, string value5, string said)
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await PostAsync(browser, Page, ("Geste", gesture), (name1, value1), (name2, value2), (name3, value3), (name4, value4), (name5, value5));

        var html = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(said, Html.Text(html), StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value1}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(1, site.Programmes.For(Valmont.BoilerOf("gw-ecole"))[0].Programme.Version);
    }

    [Theory]
    [InlineData("exception", "Ajout.Motif", "travaux", "Ajout.Mode", "Stop", "Ajout.Quand", "demain-soir", "Le chauffage s'arrête alors", "23 novembre 2026 de 18:00 à 22:00 : Arrêt")]
    [InlineData("exception", "Ajout.Motif", "travaux", "Ajout.Mode", "Frost", "Ajout.Quand", "demain-soir", "Le chauffage s'arrête alors", "Hors-gel (8,0 °C), travaux")]
    [InlineData("exception", "Ajout.Motif", "aînés", "Ajout.Consigne", "20,5", "Ajout.Quand", "demain-soir", "au-dessus de 19,0 °C, la limite du code de l'énergie", "Occupé (20,5 °C), aînés")]
    [InlineData("fermeture", "Fermeture.Pourquoi", "travaux", "Fermeture.Premier", "2026-12-21", "Fermeture.Dernier", "2026-12-24", "Le chauffage s'arrête alors", "inclus : Hors-gel, travaux")]
    public async Task WhatStopsHeatingOrPassesTheLegalLimit_IsReadOverFirst_ThenSentOrMended(
        string gesture, string name1, string value1, string name2, string value2, string name3, string value3, string said, string line)
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        using var reread = await PostAsync(browser, Page, ("Geste", gesture), (name1, value1), (name2, value2), (name3, value3));
        var html = await reread.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(said, Html.Text(html), StringComparison.Ordinal);
        Assert.Contains(line, Html.Text(html), StringComparison.Ordinal);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));

        // What the page that was read over sends, whole: back to the form first, then on.
        var shown = Hidden().Matches(html).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value))).ToArray();
        Assert.Contains(shown, field => field == (name2, value2));
        using var mended = await Site.PostAsync(browser, Page, Page, [("Geste", "corriger"), .. shown]);
        Assert.Contains($"value=\"{value1}\"", WebUtility.HtmlDecode(await mended.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));
        using var sent = await Site.PostAsync(browser, Page, Page, [("Geste", gesture), .. shown]);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal(1, site.InForce.Exceptions.Count + site.InForce.Closures.Count);
    }

    [Fact]
    public async Task Undo_IsReadOverFirst_WithAllThatItChanges()
    {
        await using var site = Site.WithProgramme();
        var first = site.InForce;
        var zone = first.Zones[0] with { Week = first.Zones[0].Week.With(DayOfWeek.Wednesday, []), Holidays = new() { SchoolHolidays = ProgrammeMode.Frost } };
        site.Programmes.Keep(first.With(zone).With(new Closure { Id = Guid.NewGuid(), From = new(2026, 12, 21), To = new(2026, 12, 25), Reason = "travaux", By = "camille" })
            .Next(2, "camille", site.Clock.Now, "hiver") with { Plant = first.Plant });
        using var browser = await site.BrowserOfAsync("technicien");

        using var reread = await PostAsync(browser, Page, ("Geste", "revenir"), ("Ancienne", "1"));
        var page = Html.Text(await reread.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("La version 1 revient", page, StringComparison.Ordinal);
        Assert.Contains("mercredi : 08:00–18:00, au lieu de personne", page, StringComparison.Ordinal);
        Assert.Contains("Pendant les vacances scolaires : comme d'habitude, au lieu de Hors-gel", page, StringComparison.Ordinal);
        Assert.Contains("S'en va : du 21 décembre 2026 au 24 décembre 2026 inclus : Hors-gel, travaux", page, StringComparison.Ordinal);
        Assert.Equal(2, site.InForce.Version);

        using var sent = await PostAsync(browser, Page, ("Geste", "revenir"), ("Ancienne", "1"), ("Relu", "true"));
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal((3, 1), (site.InForce.Version, site.InForce.Restores));

        // The journal has all of it, before and after, in words that do not change.
        var line = site.Services.GetRequiredService<IJournal>().Read(new JournalQuery { Action = JournalActions.ProgrammeSent.Code })[0];
        Assert.Contains("zones/zone-1 Wednesday none, ", line.Before, StringComparison.Ordinal);
        Assert.Contains("closure 2026-12-21/2026-12-25 Frost « travaux »", line.Before, StringComparison.Ordinal);
        Assert.Contains("zones/zone-1 Wednesday 08:00-18:00 Occupied, ", line.Asked, StringComparison.Ordinal);
        Assert.Contains("zones/zone-1 holidays Metropole public Reduced school usual", line.Asked, StringComparison.Ordinal);
        Assert.EndsWith("closure none", line.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_ThatOverlap_AreRefused()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");
        using var first = await PostAsync(browser, Page, ("Geste", "exception"), ("Ajout.Motif", "réunion"), ("Ajout.Quand", "demain-soir"));
        site.Programmes.Answer(OrderState.Confirmed);

        using var second = await PostAsync(browser, Page, ("Geste", "exception"), ("Ajout.Motif", "chorale"), ("Ajout.Quand", "demain-soir"));

        Assert.Contains("Une autre exception occupe déjà ces heures : retirez-la d'abord.", Html.Text(await second.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(site.InForce.Exceptions);
    }

    [Fact]
    public async Task Week_ReadOver_SaysWhatChanges_ThenSendsIt()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");
        var fields = await FieldsAsync(browser);
        fields["j2-0-a"] = "12:30";

        using var reread = await PostAsync(browser, Week, [("Geste", "relire"), .. Pairs(fields)]);
        var page = await reread.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("mercredi : 08:00–12:30, au lieu de 08:00–18:00", Html.Text(page), StringComparison.Ordinal);

        using var sent = await PostAsync(browser, Week, [("Geste", "envoyer"), .. Pairs(fields)]);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal("12:30", site.InForce.Zones[0].Week.On(DayOfWeek.Wednesday)[0].To.ToString());
    }

    [Fact]
    public async Task Week_AfterProvingWhoOneIs_IsAsItWasTyped()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");

        var page = await browser.GetStringAsync(Week + "?Vu=1&j0-0-de=07:15&j0-0-a=12:00&comfort=18,5&reduced=16&frost=8&Motif=neige", Cancel);

        Assert.Contains("value=\"07:15\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"18,5\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"neige\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_SavedByAnotherMeanwhile_IsRefusedWithTheirName()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");
        var fields = await FieldsAsync(browser);
        fields["j0-0-a"] = "19:00";
        site.Programmes.Keep(site.InForce with { Version = 2, Previous = 1, By = "dominique" });

        using var sent = await Site.PostVersionAsync(browser, Week, [("Geste", "envoyer"), .. Pairs(fields)], seen: "1");

        Assert.Contains("dominique a enregistré la version 2 pendant que vous modifiiez la version 1 : rien n'a été envoyé.", Html.Text(await sent.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(2, site.InForce.Version);
    }

    [Fact]
    public async Task Programme_SentTwiceByADoubleTap_IsOneVersion()
    {
        await using var site = Site.WithProgramme();
        using var browser = await site.BrowserOfAsync("technicien");
        var sending = Guid.NewGuid().ToString();
        (string, string)[] meeting = [("Geste", "exception"), ("Ajout.Motif", "réunion"), ("Ajout.Quand", "demain-soir"), ("Vu", "1"), ("Envoi", sending)];

        using var first = await Site.PostAsync(browser, Page, Page, meeting);
        using var second = await Site.PostAsync(browser, Page, Page, meeting);

        Assert.Equal([2, 1], site.Programmes.For(Valmont.BoilerOf("gw-ecole")).Select(story => story.Programme.Version));
        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
    }

    [Fact]
    public async Task Programme_OfAGatewayOffTheNetwork_CannotBeChanged_NorByAReader()
    {
        await using var site = Site.WithProgramme();
        using var technician = await site.BrowserOfAsync("technicien");
        site.Town.Offline.Add("gw-ecole");
        using var offline = await Site.PostAsync(technician, Page, Page, ("Geste", "exception"), ("Ajout.Motif", "réunion"), ("Ajout.Quand", "demain-soir"), ("Vu", "1"), ("Envoi", Guid.NewGuid().ToString()));
        Assert.Contains("Envoi impossible : la passerelle est hors réseau.", Html.Text(await offline.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);

        site.Town.Offline.Remove("gw-ecole");
        using var officer = await site.BrowserOfAsync("energie");
        Assert.Contains("Seul un technicien peut changer le programme.", await TextAsync(officer), StringComparison.Ordinal);
        using var forbidden = await Site.PostAsync(officer, Page, Page, ("Geste", "exception"), ("Ajout.Motif", "x"), ("Ajout.Quand", "demain-soir"), ("Vu", "1"), ("Envoi", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Single(site.Programmes.For(Valmont.BoilerOf("gw-ecole")));
    }

    private static Task<string> TextAsync(HttpClient browser) => Html.TextAsync(browser, Page);

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, params (string Name, string Value)[] fields) => Site.PostVersionAsync(browser, page, fields);

    private static async Task<Dictionary<string, string>> FieldsAsync(HttpClient browser) => Field().Matches(await browser.GetStringAsync(Week, Cancel))
        .ToDictionary(match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value), StringComparer.Ordinal);

    private static IEnumerable<(string, string)> Pairs(Dictionary<string, string> fields) => fields.Select(field => (field.Key, field.Value));

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[A-Z][\\w.]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"(?<name>j\\d-\\d-(de|a)|comfort|reduced|frost)\"[^>]*? value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
