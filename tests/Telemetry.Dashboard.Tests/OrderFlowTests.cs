using System.Net;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests;

/// <summary>An order from the form to its end, without a script.</summary>
public sealed class OrderFlowTests
{
    private const string Boiler = "/chaufferies/gw-ecole/chaufferie";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_Confirmed_IsFollowedThenEnded()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        var reread = Html.Text(await browser.GetStringAsync(Boiler + "/relire?Form.Valeur=21&Form.Fin=1h&Form.Motif=Conseil", Cancel));
        Assert.Contains("École Jules-Ferry : ambiance demandée à 21,0 °C pendant 1 heure (jusqu'à 15:02), puis retour à l'automatique.", reread, StringComparison.Ordinal);

        using var sent = await Site.OrderAsync(browser, Boiler, "Form.Valeur=21&Form.Fin=1h&Form.Motif=Conseil");
        Assert.Equal(Boiler + "#suivi", sent.Headers.Location?.ToString());
        var order = Assert.Single(site.Orders.Sent);
        Assert.Equal((21.0, "technicien", "Conseil", OrderKind.Override), (order.Value, order.By, order.Reason, order.Kind));
        Assert.Equal((site.Clock.Now.AddHours(1), site.Clock.Now.AddMinutes(2)), (order.Until, order.ExpiresAt));
        Assert.Contains("Envoyée", await PageAsync(browser), StringComparison.Ordinal);

        site.Orders.Report(OrderState.Checked);
        Assert.Contains("Reçue par la passerelle", await PageAsync(browser), StringComparison.Ordinal);

        site.Orders.Report(OrderState.Confirmed, readBack: 21);
        var applied = await PageAsync(browser);
        Assert.Contains("Appliquée à 14:02 (relue : 21,0 °C)", applied, StringComparison.Ordinal);
        Assert.Contains("Forcé à 21,0 °C jusqu'à 15:02 par technicien.", applied, StringComparison.Ordinal);

        using var released = await Site.PostAsync(browser, Boiler, Boiler, ("Form.Ordre", order.Id.ToString("N")));
        Assert.Equal(HttpStatusCode.Found, released.StatusCode);
        Assert.Equal(OrderKind.Release, site.Orders.Sent[^1].Kind);
    }

    [Theory]
    [InlineData("Form.Valeur=25&Form.Fin=1h&Form.Motif=x", "Choisissez une température entre 16,0 °C et 22,0 °C.")]
    [InlineData("Form.Valeur=abc&Form.Fin=1h", "Choisissez une température entre 16,0 °C et 22,0 °C.")]
    [InlineData("Form.Valeur=NaN&Form.Fin=1h", "Choisissez une température entre 16,0 °C et 22,0 °C.")]
    [InlineData("Form.Valeur=18,3&Form.Fin=1h", "Choisissez une température par pas de 0,5 °C.")]
    [InlineData("Form.Valeur=18", "Choisissez jusqu'à quand : un ordre sans fin n'existe pas.")]
    [InlineData("Form.Valeur=18&Form.Fin=1", "L'heure de fin choisie est passée : choisissez-en une autre.")]
    [InlineData("Form.Valeur=20&Form.Fin=2h", "Au-dessus de 19,0 °C, indiquez un motif.")]
    public async Task Order_FilledInWrong_SaysWhatToMendAndSendsNothing(string query, string problem)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        Assert.Contains(problem, Html.Text(await browser.GetStringAsync($"{Boiler}/relire?{query}", Cancel)), StringComparison.Ordinal);

        Assert.DoesNotContain("Form.Billet", await browser.GetStringAsync($"{Boiler}/relire?{query}", Cancel), StringComparison.Ordinal);
        Assert.Empty(site.Orders.Sent);
    }

    [Theory]
    [InlineData("nothing", "Cette demande n'a pas été relue sur cette page : rien n'a été envoyé.")]
    [InlineData("forged", "Cette demande n'a pas été relue sur cette page : rien n'a été envoyé.")]
    [InlineData("another boiler room", "Cette demande n'a pas été relue sur cette page : rien n'a été envoyé.")]
    [InlineData("overtaken", "camille a donné un ordre à 14:02, après votre relecture : rien n'a été envoyé.")]
    [InlineData("too late", "L'heure de fin choisie est passée : choisissez-en une autre.")]
    [InlineData("offline", "Envoi impossible : la passerelle est hors réseau.")]
    public async Task Order_NotAsItWasReadOver_IsRefusedWithItsSentence(string what, string problem)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        var ticket = await Site.TicketAsync(browser, (what == "another boiler room" ? "/chaufferies/gw-mairie/chaufferie" : Boiler) + "/relire?Form.Valeur=18&Form.Fin=1h");
        switch (what)
        {
            case "nothing":
                ticket = "";
                break;
            case "forged":
                ticket = string.Concat(ticket.AsSpan(0, ticket.Length - 6), "AAAAAA");
                break;
            case "overtaken":
                site.Orders.Send(OrderDraft.Release(new(Valmont.BoilerOf("gw-ecole"), "room.temperature.sp"), "camille", site.Clock.Now, 1));
                break;
            case "too late":
                site.Clock.Now = site.Clock.Now.AddHours(2);
                break;
            case "offline":
                site.Town.Offline.Add("gw-ecole");
                break;
        }

        var before = site.Orders.Sent.Count;
        using var answer = await Site.PostAsync(browser, Boiler, Boiler + "/relire", ("Form.Billet", ticket), ("Form.Valeur", "18"), ("Form.Fin", "1h"));

        Assert.Contains(problem, Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(before, site.Orders.Sent.Count);
    }

    [Fact]
    public async Task Order_SentTwice_IsOneOrder()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        var ticket = await Site.TicketAsync(browser, Boiler + "/relire?Form.Valeur=18&Form.Fin=1h");

        using var first = await Site.PostAsync(browser, Boiler, Boiler + "/relire", ("Form.Billet", ticket));
        using var second = await Site.PostAsync(browser, Boiler, Boiler + "/relire", ("Form.Billet", ticket));

        Assert.Single(site.Orders.Sent);
        Assert.Contains("Cet ordre a déjà été envoyé : il n'est pas envoyé deux fois.", Html.Text(await second.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_OfAnOrderAlreadyOver_SendsNothing()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await Site.PostAsync(browser, Boiler, Boiler, ("Form.Ordre", Guid.NewGuid().ToString("N")));

        Assert.Empty(site.Orders.Sent);
        Assert.Contains("Cet ordre n'était déjà plus en cours", Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoTechnicians_TheSecond_IsToldWhoIsAtWorkAndUntilWhen()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        site.Orders.Send(OrderDraft.Release(new(Valmont.BoilerOf("gw-ecole"), "room.temperature.sp"), "camille", site.Clock.Now, 1));
        site.Orders.Report(OrderState.Checked);
        site.Clock.Now = site.Clock.Now.AddMinutes(5);
        const string Said = "camille travaille sur cette chaufferie jusqu'à 14:17";

        Assert.Contains(Said, await PageAsync(browser), StringComparison.Ordinal);
        Assert.Contains(Said, Html.Text(await browser.GetStringAsync(Boiler + "/relire?Form.Valeur=18&Form.Fin=1h", Cancel)), StringComparison.Ordinal);

        site.Clock.Now = site.Clock.Now.AddMinutes(11);
        Assert.DoesNotContain(Said, await PageAsync(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_ToAGatewayOffTheNetwork_IsNotOffered()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        var page = Html.Text(await browser.GetStringAsync("/chaufferies/gw-creche/chaufferie", Cancel));

        Assert.Contains("Envoi impossible : la passerelle est hors réseau.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Relire avant d'envoyer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stepper_WithoutScript_MovesByOneStepWithinBounds()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        Assert.Contains("value=\"19,5\"", await browser.GetStringAsync(Boiler + "?Form.Valeur=19,0&Form.Pas=0.5", Cancel), StringComparison.Ordinal);
        Assert.Contains("value=\"22,0\"", await browser.GetStringAsync(Boiler + "?Form.Valeur=22,0&Form.Pas=0.5", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_AValueArrives_TheBrowserIsTold()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await using var stream = await browser.GetStreamAsync("/direct?lang=en", Cancel);
        using var reader = new StreamReader(stream);
        await UntilAsync(reader, "gw-mairie/chaufferie");

        site.Values.Tell("gw-ecole", "flow.temperature", 71.5);

        Assert.Contains("gw-ecole/chaufferie", await UntilAsync(reader, "71.5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_ABoilerTurns_TheCountFollows()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await using var stream = await browser.GetStreamAsync("/direct?lang=en", Cancel);
        using var reader = new StreamReader(stream);
        await UntilAsync(reader, "2 in alarm");

        site.Values.Tell("gw-gymnase", "fault.state", 0);

        Assert.Contains("3 normal", await UntilAsync(reader, "1 in alarm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_ACascadeTurns_TheSentencesFollow()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await using var stream = await browser.GetStreamAsync("/direct?lang=en", Cancel);
        using var reader = new StreamReader(stream);
        await UntilAsync(reader, "1 boiler is enough, 2 run.");

        site.Values.Tell("gw-ecole", "cascade.running", 1);

        Assert.Contains("gw-ecole/chaufferie", await UntilAsync(reader, "1 boiler is enough, 1 runs: as it should be."), StringComparison.Ordinal);
    }

    private static async Task<string> UntilAsync(StreamReader reader, string text)
    {
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new EndOfStreamException("The stream ended before: " + text);
    }

    private static async Task<string> PageAsync(HttpClient browser) => Html.Text(await browser.GetStringAsync(Boiler, Cancel));
}
