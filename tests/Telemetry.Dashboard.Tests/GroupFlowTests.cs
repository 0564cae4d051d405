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
        var dry = await Html.TextAsync(browser, Chosen);
        Assert.Contains("École Jules-Ferry : partira", dry, StringComparison.Ordinal);
        Assert.Contains("Crèche Les Lutins : Envoi impossible : la passerelle est hors réseau.", dry, StringComparison.Ordinal);
        Assert.Contains("Mode Hors-gel forcé pendant 2 heures (jusqu'à 16:02) dans 2 des 3 chaufferies cochées, puis retour au programme.", dry, StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);

        var ticket = await Site.TicketAsync(browser, Chosen);
        using var sent = await Site.PostAsync(browser, Chosen, Page, ("Form.Billet", ticket));
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        await SentAsync(site, 1);
        Assert.Equal((OrderKind.Force, (double)HeatingMode.Frost), (site.Orders.Sent[0].Kind, site.Orders.Sent[0].Value));
        site.Orders.Report(OrderState.Refused, refusal: Refusal.LocalMode);
        var follow = await UntilAsync(browser, sent.Headers.Location!.ToString(), page => !page.Contains("En cours.", StringComparison.Ordinal));

        Assert.Contains("Arrêté : plus d'une chaufferie sur dix a échoué.", follow, StringComparison.Ordinal);
        Assert.Contains("échec : Refusée : automate en mode local ou manuel", follow, StringComparison.Ordinal);
        Assert.Contains("non envoyé", follow, StringComparison.Ordinal);

        using var again = await Site.PostAsync(browser, Page, Page, ("Form.Billet", ticket));
        Assert.Contains("Cet ordre a déjà été envoyé", Html.Text(await again.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Single(site.Orders.Sent);
    }

    [Fact]
    public async Task Group_CutShortByARestart_IsToldAsNotDone_AndAskedAgainWithOneButton()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        using var sent = await Site.PostAsync(browser, Chosen, Page, ("Form.Billet", await Site.TicketAsync(browser, Chosen)));
        await SentAsync(site, 1);

        await using var again = site.Restarted();
        using var later = await again.BrowserOfAsync("technicien");
        var follow = await later.GetStringAsync(sent.Headers.Location!.ToString(), Cancel);
        Assert.Contains("Interrompu : le centre a été redémarré.", Html.Text(follow), StringComparison.Ordinal);
        Assert.Contains("École Jules-Ferry</a> : envoyé", Html.Text(follow), StringComparison.Ordinal);
        Assert.Contains("Mairie</a> : non fait : le centre a été redémarré", Html.Text(follow), StringComparison.Ordinal);
        again.Orders.Report(OrderState.Confirmed);
        Assert.Contains("École Jules-Ferry</a> : confirmé", await Html.TextAsync(later, sent.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Contains("mode Hors-gel, 1 sur 2 confirmées</a> Interrompu", await Html.TextAsync(later, Page), StringComparison.Ordinal);

        // The button leads to a new reading-over of what did not leave, with the same end; nothing is sent by pressing it.
        var reread = Page + "?reprise=" + sent.Headers.Location!.ToString().Split("lot=")[1];
        Assert.Contains(reread, follow, StringComparison.Ordinal);
        var dry = await Html.TextAsync(later, reread);
        Assert.Contains("Mairie : mode Hors-gel forcé jusqu'à 16:02, puis retour au programme.", dry, StringComparison.Ordinal);
        Assert.DoesNotContain("École Jules-Ferry", dry, StringComparison.Ordinal);
        Assert.Single(again.Orders.Sent);

        using var rest = await Site.PostAsync(later, reread, Page, ("Form.Billet", await Site.TicketAsync(later, reread)));
        await SentAsync(again, 2);
        Assert.Equal(("gw-mairie", site.Clock.Now.AddHours(2), "gel"), (again.Orders.Sent[1].Point.Equipment.Gateway, again.Orders.Sent[1].Until, again.Orders.Sent[1].Reason));

        // Somebody else's group is none of theirs.
        using var admin = await again.BrowserOfAsync("admin");
        using var made = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes", ("Nom", "lea"), ("Terms.Role", "Technician"), ("MotDePasse", "girafe bleue de mars"));
        using var other = again.Browser();
        using var entered = await Site.PostAsync(other, "/connexion", "/connexion", ("Nom", "lea"), ("MotDePasse", "girafe bleue de mars"));
        using var changed = await Site.PostAsync(other, "/compte/mot-de-passe", "/compte/mot-de-passe", ("MotDePasseActuel", "girafe bleue de mars"), ("MotDePasse", "trois girafes sous la pluie"));
        foreach (var address in new[] { sent.Headers.Location!.ToString(), reread })
        {
            var strange = await other.GetStringAsync(address, Cancel);
            Assert.Contains("Cet envoi groupé n'est pas connu.", Html.Text(strange), StringComparison.Ordinal);
            Assert.DoesNotContain("Form.Billet", strange, StringComparison.Ordinal);
        }

        // An end gone by is chosen anew; the rest stays as it was.
        again.Clock.Now = again.Clock.Now.AddMinutes(110);
        var gone = await later.GetStringAsync(reread, Cancel);
        Assert.Contains("L'heure de fin choisie est passée", Html.Text(gone), StringComparison.Ordinal);
        Assert.Contains("value=\"gw-mairie/chaufferie\" checked", gone, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Billet", gone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_CutShort_StandsInTheJournalOfEachBoilerRoomLeftOut()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        using var sent = await Site.PostAsync(browser, Chosen, Page, ("Form.Billet", await Site.TicketAsync(browser, Chosen)));
        await SentAsync(site, 1);
        await using var again = site.Restarted();
        using var later = await again.BrowserOfAsync("technicien");

        var journal = await UntilAsync(
            later, "/chaufferies/gw-mairie/chaufferie/journal", page => page.Contains("Ordre groupé non envoyé", StringComparison.Ordinal));

        Assert.Contains("non fait : le centre a été redémarré", journal, StringComparison.Ordinal);
        Assert.Contains("demandé : Hors-gel → 22 novembre 2026 16:02 · « gel »", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("non fait", await Html.TextAsync(later, "/chaufferies/gw-ecole/chaufferie/journal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_ProofTooOld_FindsItsFormFilledAgain()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        var ticket = await Site.TicketAsync(browser, Chosen);
        site.RealClock.Moved += TimeSpan.FromMinutes(16);

        (string, string)[] hidden =
            [("Form.Billet", ticket), ("Salles", "gw-ecole/chaufferie"), ("Salles", "gw-mairie/chaufferie"), ("Salles", "gw-creche/chaufferie"), ("Form.Mode", "Frost"), ("Form.Fin", "2h"), ("Form.Motif", "gel")];
        using var asked = await Site.PostAsync(browser, Chosen, Page, hidden);
        var form = await browser.GetStringAsync(Chosen, Cancel);
        Assert.All(hidden.Skip(1), field => Assert.Contains($"name=\"{field.Item1}\" value=\"{field.Item2}\"", form, StringComparison.Ordinal));

        var back = Uri.UnescapeDataString(asked.Headers.Location!.ToString().Split("retour=")[1]);
        Assert.Contains("dans 2 des 3 chaufferies", await Html.TextAsync(browser, back), StringComparison.Ordinal);
        Assert.DoesNotContain("Billet", back, StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);
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

    private static async Task<string> UntilAsync(HttpClient browser, string address, Func<string, bool> seen)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        late.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var page = Html.Text(await browser.GetStringAsync(address, late.Token));
            if (seen(page))
            {
                return page;
            }
        }
    }

    private static async Task SentAsync(Site site, int count)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        late.CancelAfter(TimeSpan.FromSeconds(30));
        while (site.Orders.Sent.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, late.Token);
        }
    }
}
