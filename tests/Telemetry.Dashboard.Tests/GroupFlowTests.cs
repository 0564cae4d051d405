using System.Net;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests;

/// <summary>Several boiler rooms at once, without a script: nothing leaves before the dry run.</summary>
public sealed class GroupFlowTests
{
    private const string Page = "/chaufferies/groupe";
    private const string Chosen = Page + "?Salles=gw-ecole/chaufferie&Salles=gw-mairie/chaufferie&Salles=gw-creche/chaufferie&Form.Mode=Frost&Form.Fin=2h&Form.Motif=gel";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Group_DryRunThenSent_IsFollowed_AndStopsAtTheFirstFailureOfTwo()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        var dry = Html.Text(await browser.GetStringAsync(Chosen, Cancel));
        Assert.Contains("École Jules-Ferry : partira", dry, StringComparison.Ordinal);
        Assert.Contains("Crèche Les Lutins : Envoi impossible : la passerelle est hors réseau.", dry, StringComparison.Ordinal);
        Assert.Contains("Mode Hors-gel forcé pendant 2 heures dans 2 chaufferies sur 3.", dry, StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);

        var ticket = await Site.TicketAsync(browser, Chosen);
        using var sent = await Site.PostAsync(browser, Chosen, Page, ("Form.Billet", ticket));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        while (site.Orders.Sent.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel);
        }

        Assert.Equal((OrderKind.Force, (double)HeatingMode.Frost), (site.Orders.Sent[0].Kind, site.Orders.Sent[0].Value));
        site.Orders.Report(OrderState.Refused, refusal: Refusal.LocalMode);
        string follow;
        do
        {
            follow = Html.Text(await browser.GetStringAsync(sent.Headers.Location!.ToString(), Cancel));
        }
        while (follow.Contains("En cours.", StringComparison.Ordinal));

        Assert.Contains("Arrêté : plus d'une chaufferie sur dix a échoué.", follow, StringComparison.Ordinal);
        Assert.Contains("échec : Refusée : automate en mode local ou manuel", follow, StringComparison.Ordinal);
        Assert.Contains("non envoyé", follow, StringComparison.Ordinal);

        using var again = await Site.PostAsync(browser, Page, Page, ("Form.Billet", ticket));
        Assert.Contains("Cet ordre a déjà été envoyé", Html.Text(await again.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(site.Orders.Sent);
    }

    [Theory]
    [InlineData("?Form.Mode=Frost&Form.Fin=2h&Form.Motif=gel", "Cochez au moins une chaufferie.")]
    [InlineData("?Salles=gw-ecole/chaufferie&Form.Mode=Frost&Form.Fin=2h", "Plusieurs sites : indiquez un motif.")]
    [InlineData("?Salles=gw-ecole/chaufferie&Form.Mode=Frost&Form.Motif=gel", "Choisissez jusqu'à quand : un ordre sans fin n'existe pas.")]
    [InlineData("?Salles=gw-creche/chaufferie&Form.Mode=Frost&Form.Fin=2h&Form.Motif=gel", "Aucune des chaufferies cochées ne peut recevoir cet ordre.")]
    public async Task Group_FilledInWrong_SealsNothing(string query, string said)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        var page = await browser.GetStringAsync(Page + query, Cancel);

        Assert.Contains(said, Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Billet", page, StringComparison.Ordinal);
    }
}
