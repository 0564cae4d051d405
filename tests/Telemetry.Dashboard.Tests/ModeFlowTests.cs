using System.Net;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests;

/// <summary>A forced mode and a mise en sécurité from the form to their end, without a script.</summary>
public sealed class ModeFlowTests
{
    private const string Boiler = "/chaufferies/gw-ecole/chaufferie";
    private const string Mode = Boiler + "/mode";
    private const string Safety = Boiler + "/securite";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mode_ReadOverAndSent_IsForcedUntilItsEnd_ThenEnded()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        const string Query = Mode + "?Form.Mode=Standby&Form.Fin=72h&Form.Motif=travaux";
        var first = await Html.TextAsync(browser, Mode);
        Assert.Contains("dans trois jours au plus", first, StringComparison.Ordinal);
        Assert.DoesNotContain("quatorze", first, StringComparison.Ordinal);
        Assert.Contains("École Jules-Ferry : mode Arrêt forcé pendant 3 jours (jusqu'au 25 novembre 14:02), puis retour au programme.", Html.Text(await browser.GetStringAsync(Query, Cancel)), StringComparison.Ordinal);

        using var sent = await Site.PostAsync(browser, Query, Mode, ("Form.Billet", await Site.TicketAsync(browser, Query)));
        Assert.Equal(Boiler + "#suivi", sent.Headers.Location?.ToString());
        var order = Assert.Single(site.Orders.Sent);
        Assert.Equal((OrderKind.Force, "mode", (double)HeatingMode.Standby, "travaux", OrderRole.Technician), (order.Kind, order.Point.Name, order.Value, order.Reason, order.Role));
        Assert.Equal(site.Clock.Now.AddHours(72), order.Until);

        site.Orders.Report(OrderState.Confirmed, readBack: 4);
        var forced = await Html.TextAsync(browser, Boiler);
        Assert.Contains("Mode Arrêt (hors-gel actif) forcé jusqu'au 25 novembre 14:02 par technicien", forced, StringComparison.Ordinal);
        Assert.Contains("Appliquée à 14:02", forced, StringComparison.Ordinal);
        Assert.DoesNotContain("relue : 4,0 °C", forced, StringComparison.Ordinal);
        using var released = await Site.PostAsync(browser, Boiler, Boiler, ("Form.Ordre", order.Id.ToString("N")));
        Assert.Equal(OrderKind.Release, site.Orders.Sent[^1].Kind);
        Assert.Contains("demandé : Arrêt → 25 novembre 2026 14:02 · « travaux »", await Html.TextAsync(browser, Boiler + "/journal"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Mode=Manual&Form.Fin=1h", "Choisissez un des quatre modes.")]
    [InlineData("Form.Mode=4&Form.Fin=1h", "Choisissez un des quatre modes.")]
    [InlineData("Form.Mode=Comfort", "Choisissez jusqu'à quand : un ordre sans fin n'existe pas.")]
    [InlineData("Form.Mode=Comfort&Form.Fin=1", "L'heure de fin choisie est passée : choisissez-en une autre.")]
    [InlineData("Form.Mode=Comfort&Form.Fin=336h&Form.Motif=x", "L'heure de fin choisie est passée : choisissez-en une autre.")]
    public async Task Mode_FilledInWrong_SealsNothing(string query, string said)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        var page = await browser.GetStringAsync($"{Mode}?{query}", Cancel);

        Assert.Contains(said, Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Billet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mode_OfTheBreakGlassAccount_LastsTwoWeeks_WithAReasonOnly()
    {
        await using var site = new Site();
        using var browser = await site.BreakGlassAsync("secours");
        const string Query = Mode + "?Form.Mode=Frost&Form.Fin=336h";
        Assert.Contains("quatorze avec un motif écrit", await Html.TextAsync(browser, Mode), StringComparison.Ordinal);
        Assert.Contains("Au-delà de trois jours, indiquez un motif.", await Html.TextAsync(browser, Query), StringComparison.Ordinal);
        Assert.Contains("Le motif est trop long", await Html.TextAsync(browser, Query + "&Form.Motif=" + new string('x', 121)), StringComparison.Ordinal);

        using var sent = await Site.PostAsync(browser, Query + "&Form.Motif=fuite", Mode, ("Form.Billet", await Site.TicketAsync(browser, Query + "&Form.Motif=fuite")));
        var order = Assert.Single(site.Orders.Sent);
        Assert.Equal((OrderRole.Administrator, site.Clock.Now.AddDays(14), "fuite"), (order.Role, order.Until, order.Reason));
    }

    [Fact]
    public async Task Tickets_OfAnotherKind_AreNotTaken()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        const string Query = Mode + "?Form.Mode=Standby&Form.Fin=1h";
        var (force, value) = (await Site.TicketAsync(browser, Query), await Site.TicketAsync(browser, Boiler + "/relire?Form.Valeur=18&Form.Fin=1h"));

        using var asValue = await Site.PostAsync(browser, Boiler, Boiler + "/relire", ("Form.Billet", force), ("Form.Valeur", "18"), ("Form.Fin", "1h"));
        using var asForce = await Site.PostAsync(browser, Boiler, Mode, ("Form.Billet", value));
        using var asSafety = await Site.PostAsync(browser, Boiler, Safety, ("Form.Billet", force), ("Form.Motif", "x"));

        Assert.Empty(site.Orders.Sent);
        Assert.Contains("Cette demande n'a pas été relue sur cette page", Html.Text(await asSafety.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Safety_AsksAReason_IsNotHeldUpByAnotherOrder_AndEndsOnSiteOnly()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        var page = Html.Text(await browser.GetStringAsync(Safety, Cancel));
        Assert.Contains("Ce que cela fait", page, StringComparison.Ordinal);
        Assert.Contains("Ni coupure de gaz, ni coupure électrique, ni réarmement", page, StringComparison.Ordinal);
        var ticket = await Site.TicketAsync(browser, Safety);

        using var silent = await Site.PostAsync(browser, Safety, Safety, ("Form.Billet", ticket), ("Form.Motif", " "));
        Assert.Contains("Indiquez pourquoi", Html.Text(await silent.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var endless = await Site.PostAsync(browser, Safety, Safety, ("Form.Billet", ticket), ("Form.Motif", new string('x', 121)));
        Assert.Contains("Le motif est trop long : 120 caractères au plus.", Html.Text(await endless.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Code", page, StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);

        site.Orders.Send(Telemetry.Dashboard.Boilers.OrderDraft.Release(new(Valmont.BoilerOf("gw-ecole"), "room.temperature.sp"), "camille", site.Clock.Now, 1));
        using var sent = await Site.PostAsync(browser, Safety, Safety, ("Form.Billet", ticket), ("Form.Motif", "odeur de brûlé"));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var order = site.Orders.Sent[^1];
        Assert.Equal((OrderKind.SafeState, "safety", "odeur de brûlé"), (order.Kind, order.Point.Name, order.Reason));

        site.Orders.Report(OrderState.Confirmed);
        var room = await browser.GetStringAsync(Boiler, Cancel);
        Assert.Contains("Mise en sécurité par technicien", Html.Text(room), StringComparison.Ordinal);
        Assert.Contains("data-part=\"release\" hidden", room, StringComparison.Ordinal);
        Assert.Contains("demandé : mise en sécurité · « odeur de brûlé »", await Html.TextAsync(browser, Boiler + "/journal"), StringComparison.Ordinal);
        Assert.Contains("aucun mode ne peut être forcé avant sa levée sur place", await Html.TextAsync(browser, Mode), StringComparison.Ordinal);

        var stands = await browser.GetStringAsync(Safety, Cancel);
        Assert.DoesNotContain("Form.Billet", stands, StringComparison.Ordinal);
        Assert.Contains("Form.Code", stands, StringComparison.Ordinal);

        using var bad = await Site.PostAsync(browser, Safety, Safety, ("Form.Code", "12x"));
        Assert.Contains("Le code a six chiffres.", Html.Text(await bad.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        using var released = await Site.PostAsync(browser, Safety, Safety, ("Form.Code", "123456"));
        Assert.Equal((OrderKind.Release, "123456"), (site.Orders.Sent[^1].Kind, site.Orders.Sent[^1].OnSiteCode));
        site.Orders.Report(OrderState.Refused, refusal: Refusal.WrongCode, limit: 3);
        Assert.Contains("ce n'est pas le code affiché sur place, encore 3 essai(s)", await Html.TextAsync(browser, Boiler), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Safety_ProofOlderThanTwoMinutes_IsAskedForAnew_AndTheReasonIsKept()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        var ticket = await Site.TicketAsync(browser, Safety);
        site.RealClock.Moved += TimeSpan.FromMinutes(3);

        using var safety = await Site.PostAsync(browser, Safety, Safety, ("Form.Billet", ticket), ("Form.Motif", "fumée"));
        Assert.StartsWith("/confirmer?retour=", safety.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("fumée"), Uri.UnescapeDataString(safety.Headers.Location!.ToString()), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(site.Orders.Sent);

        // An ordinary order is good for a quarter of an hour.
        using var ordinary = await Site.OrderAsync(browser, Boiler, "Form.Valeur=18&Form.Fin=1h");
        Assert.Equal(Boiler + "#suivi", ordinary.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Modes_OfReaders_OrOfAGatewayAway_AreNotOffered()
    {
        await using var site = new Site();
        using var officer = await site.BrowserOfAsync("energie");
        using var closed = await officer.GetAsync(Safety, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);

        using var browser = await site.BrowserOfAsync("technicien");
        var away = await browser.GetStringAsync("/chaufferies/gw-creche/chaufferie/securite", Cancel);
        Assert.Contains("Envoi impossible : la passerelle est hors réseau.", Html.Text(away), StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Billet", away, StringComparison.Ordinal);
    }
}
