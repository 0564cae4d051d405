using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests.Journal;

/// <summary>What people do on pages stands in the journal, and the journal's page shows it.</summary>
public sealed class JournalPagesTests
{
    private const string Boiler = "/chaufferies/gw-ecole/chaufferie";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_FromPageToReadBack_IsJournalledStepByStep()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await SendAsync(browser);
        site.Orders.Report(OrderState.Checked);
        site.Orders.Report(OrderState.Confirmed, readBack: 21);
        site.Orders.Report(OrderState.Refused, refusal: Refusal.AboveMaximum, limit: 22);

        var lines = await LinesAsync(site, 5);
        var reference = site.Orders.Sent[0].Id.ToString();
        Assert.Equal(["session.opened", "order.asked", "order.step", "order.step", "order.step"], lines.Select(line => line.Action));
        Assert.All(lines.Skip(1), line => Assert.Equal(
            (reference, "technicien", "Technician", "ecole-jules-ferry", "valmont-sur-orne/gw-ecole/chaufferie/room.temperature.sp"),
            (line.Reference, line.By.Name, line.By.Role, line.Site, line.Object)));
        Assert.Equal(("19 °C", "21 °C → 2026-11-22T14:02:00Z", "Conseil", "Requested", "web"), (lines[1].Before, lines[1].Asked, lines[1].Reason, lines[1].Outcome, lines[1].By.Channel));
        Assert.Equal(("Confirmed", "21 °C", "gateway gw-ecole"), (lines[3].Outcome, lines[3].ReadBack, lines[3].By.Channel));
        Assert.Equal("Refused AboveMaximum 22", lines[4].Outcome);
        Assert.StartsWith("centre ", lines[1].Rules, StringComparison.Ordinal);
        Assert.All(lines.Skip(2), line => Assert.Equal("gateway 0.9.2, " + lines[1].Rules, line.Rules));
    }

    [Fact]
    public async Task Step_ThatTheEdgeDidNotDecide_OrOfAGatewayThatToldNoVersion_NamesTheCentreAlone()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await SendAsync(browser);
        site.Orders.Report(OrderState.Refused, refusal: Refusal.GatewayOffline);
        using var other = await Site.OrderAsync(browser, "/chaufferies/gw-mairie/chaufferie", "Form.Valeur=19&Form.Fin=1h");
        site.Orders.Report(OrderState.Confirmed, readBack: 19);

        var steps = (await LinesAsync(site, 5)).Where(line => line.Action == "order.step").ToList();
        Assert.Equal(["Refused GatewayOffline", "Confirmed"], steps.Select(line => line.Outcome));
        Assert.All(steps, line => Assert.StartsWith("centre ", line.Rules, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Order_WhenTheJournalCannotBeWritten_IsNotSent()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        site.Tamper("CREATE TRIGGER full BEFORE INSERT ON lines BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        using var answer = await SendAsync(browser);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Rien n'a été envoyé", Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);
    }

    [Fact]
    public async Task People_ComingAndGoing_AreJournalled()
    {
        await using var site = new Site();
        using var stranger = site.Browser();
        using var wrong = await Site.PostAsync(stranger, "/connexion", "/connexion", ("Nom", "maire"), ("MotDePasse", "faux"));
        using var secret = await Site.PostAsync(stranger, "/connexion", "/connexion", ("Nom", "mon mot de passe"), ("MotDePasse", "faux"));
        using var admin = await site.BrowserOfAsync("admin");
        using var made = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes", ("Nom", "paul"), ("Role", "Officer"), ("MotDePasse", "une phrase bien longue"));
        using var shut = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes/3?handler=Switch", ("disabled", "true"));
        using var gone = await Site.PostAsync(admin, "/deconnexion", "/deconnexion");

        var lines = await LinesAsync(site, 6);
        Assert.Equal(
            [("session.refused", "maire", ""), ("session.refused", "?", ""), ("session.opened", "admin", ""), ("account.made", "admin", "paul"), ("account.disabled", "admin", "technicien"), ("session.closed", "admin", "")],
            lines.Select(line => (line.Action, line.By.Name, line.Object)));
        Assert.DoesNotContain(lines, line => JournalExport.JsonLine(line).Contains("mot de passe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_ShowsFiltersLeafsAndVerifies()
    {
        await using var site = new Site();
        using var technician = await site.BrowserOfAsync("technicien");
        await SendAsync(technician);
        site.Orders.Report(OrderState.Confirmed, readBack: 20.5);
        await LinesAsync(site, 3);
        using var admin = await site.BrowserOfAsync("admin");

        var all = Html.Text(await admin.GetStringAsync("/admin/journal", Cancel));
        Assert.Contains("technicien, Technicien · page web · École Jules-Ferry", all, StringComparison.Ordinal);
        Assert.Contains("demandé : 21 °C → 22 novembre 2026 15:02", all, StringComparison.Ordinal);
        Assert.Contains("confirmé par relecture", all, StringComparison.Ordinal);
        Assert.Contains("relu : 20,5 °C", all, StringComparison.Ordinal);
        var english = Html.Text(await admin.GetStringAsync("/en/admin/journal?quoi=order.step&verifier=true", Cancel));
        Assert.Contains("The chain holds: 4 lines verified.", english, StringComparison.Ordinal);
        Assert.Contains("read back: 20.5 °C", english, StringComparison.Ordinal);
        Assert.DoesNotContain("· Order asked", english, StringComparison.Ordinal);
        Assert.Contains("Aucune ligne ne correspond", Html.Text(await admin.GetStringAsync("/admin/journal?au=2026-11-21", Cancel)), StringComparison.Ordinal);
        Assert.Contains("Une date s'écrit", Html.Text(await admin.GetStringAsync("/admin/journal?du=hier", Cancel)), StringComparison.Ordinal);

        var csv = await admin.GetStringAsync("/admin/journal?qui=technicien&handler=Csv", Cancel);
        Assert.StartsWith("number,recorded,at,who,role,channel,action,", csv, StringComparison.Ordinal);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("journal.exported", (await LinesAsync(site, 5))[^1].Action);
        using var refused = await technician.GetAsync("/admin/journal?handler=Csv", Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Page_ManyLines_LeafsThroughAllOfThem()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        var journal = site.Services.GetRequiredService<IJournal>();
        for (var count = 0; count < 60; count++)
        {
            journal.Append(new() { Action = JournalActions.SessionOpened, By = new("x", "", "web"), Reason = "n" + count });
        }

        var first = await admin.GetStringAsync("/admin/journal?qui=x", Cancel);
        Assert.Contains("avant=12", first, StringComparison.Ordinal);
        var second = Html.Text(await admin.GetStringAsync("/admin/journal?qui=x&avant=12", Cancel));
        Assert.Contains("« n9 »", second, StringComparison.Ordinal);
        Assert.Contains("« n0 »", second, StringComparison.Ordinal);
        Assert.DoesNotContain("« n10 »", second, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser) => Site.OrderAsync(browser, Boiler, "Form.Valeur=21&Form.Fin=1h&Form.Motif=Conseil");

    // Steps of orders are written by a thread of their own: they come a moment later.
    private static async Task<IReadOnlyList<JournalLine>> LinesAsync(Site site, int expected)
    {
        var journal = site.Services.GetRequiredService<IJournal>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (journal.Read(new()).Count < expected)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }

        return [.. journal.Read(new()).Reverse()];
    }
}
