using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary>People answering alarms, without a script.</summary>
public sealed class AlarmFlowTests
{
    private const string Burner = "/alarmes/11111111111111111111111111111111";
    private const string Over = "/alarmes/44444444444444444444444444444444";
    private const string Danger = "/alarmes/55555555555555555555555555555555";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_WorstFirst_WhatIsExplainedIsCountedThereOnly()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        var text = await PageAsync(browser, "/alarmes");

        int Place(string words) => text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(Place("Risque de gel : 4,2 °C") is > 0 and var frost && frost < Place("Brûleur ou automate en défaut, depuis 12:41.") && Place("Brûleur") < Place("Plus aucune nouvelle de la passerelle"), text);
        Assert.Contains("1 autre alarme s'explique par elle.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Automate en mode manuel", text, StringComparison.Ordinal);
        Assert.Contains("Revenues à la normale, à clore Mairie", Html.Text(StripTags(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeCharge_FromTheList_BearsTheNameForColleagues()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await Site.PostAsync(browser, "/alarmes", Burner + "?handler=Charge&from=list");

        Assert.Equal("/alarmes", answer.Headers.Location?.ToString());
        Assert.Equal(("technicien", site.Clock.Now), (site.Alarms.Find(Canned.Alarms.Burner)!.AcknowledgedBy, site.Alarms.Find(Canned.Alarms.Burner)!.AcknowledgedAt));
        using var colleague = await site.BrowserOfAsync("energie");
        Assert.Contains("Prise en charge par technicien à 14:02.", await PageAsync(colleague, "/alarmes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeCharge_AfterItTurnedWorse_IsAskedAgain_WithWhoHadIt()
    {
        await using var site = new Site();
        var taken = site.Alarms.Find(Canned.Alarms.Burner)!.Acknowledge("Léa", site.Clock.Now.AddHours(-1));
        site.Alarms.Put(taken.Worsen(Severity.P1, site.Clock.Now));
        using var browser = await site.BrowserOfAsync("technicien");
        Assert.Contains("Prise en charge par Léa à 13:02, puis elle s'est aggravée.", await PageAsync(browser, "/alarmes"), StringComparison.Ordinal);
        Assert.Contains("puis elle s'est aggravée. Personne ne l'a reprise depuis.", await PageAsync(browser, Burner), StringComparison.Ordinal);

        using var answer = await Site.PostAsync(browser, Burner, Burner + "?handler=Charge");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Prise en charge par technicien à 14:02.", await PageAsync(browser, Burner), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("energie")]
    [InlineData("admin")]
    public async Task Answer_ByAnotherRole_IsForbidden(string who)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync(who);

        Assert.DoesNotContain("<button class=\"primary\"", await browser.GetStringAsync(Burner, Cancel), StringComparison.Ordinal);
        using var answer = await Site.PostAsync(browser, Burner, Burner + "?handler=Charge");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(site.Alarms.Find(Canned.Alarms.Burner)!.AcknowledgedBy);
    }

    /// <summary>Somebody who has the gymnasium only sees, counts and answers its alarms only.</summary>
    [Fact]
    public async Task Alarms_OfOtherBuildings_AreNotThere()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        using var limited = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3", ("Terms.Role", "Technician"), ("Terms.Sites", "gymnase-pasteur"));
        using var browser = await site.BrowserOfAsync("technicien");

        var list = await PageAsync(browser, "/alarmes");
        Assert.Contains("1 en alarme · 0 à surveiller", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Mairie", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Mairie", await PageAsync(browser, "/alarmes/historique"), StringComparison.Ordinal);
        using var other = await Site.PostAsync(browser, "/alarmes", Danger + "?handler=Charge");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var own = await Site.PostAsync(browser, "/alarmes", Burner + "?handler=Charge");
        Assert.Equal(HttpStatusCode.Found, own.StatusCode);
    }

    [Fact]
    public async Task Pages_WithoutAccount_AskToSignIn()
    {
        await using var site = new Site();
        using var browser = site.Browser();
        foreach (var path in new[] { "/alarmes", Burner, "/alarmes/historique", "/astreinte", "/direct/alarmes" })
        {
            using var answer = await browser.GetAsync(path, Cancel);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("", "", "Choisissez un motif.")]
    [InlineData("None", "", "Choisissez un motif.")]
    [InlineData("Other", "", "Avec le motif « autre », écrivez une précision.")]
    [InlineData("Other", "LONG", "La précision est trop longue : 200 caractères au plus.")]
    public async Task Close_FilledInWrong_SaysWhatToMend(string reason, string note, string problem)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await Site.PostAsync(browser, Over, Over + "?handler=Close", ("Motif", reason), ("Precision", note == "LONG" ? new string('x', 201) : note));

        Assert.Contains(problem, Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Null(site.Alarms.Find(Canned.Alarms.Over)!.ClosedAt);
    }

    [Fact]
    public async Task Close_WithAReason_IsOver()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await Site.PostAsync(browser, Over, Over + "?handler=Close", ("Motif", "Repaired"), ("Precision", "joint changé"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Close par technicien à 14:02 : réparé ou réglé (joint changé).", await PageAsync(browser, Over), StringComparison.Ordinal);
        var line = Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new() { Action = "alarm.closed", Most = 5 }));
        Assert.Equal(("technicien", "mairie", "A05 valmont-sur-orne/gw-mairie/chaufferie", "Cleared", "Repaired", "joint changé"), (line.By.Name, line.Site, line.Object, line.Before, line.Asked, line.Reason));
    }

    [Fact]
    public async Task Close_WhileItsCauseIsThere_IsRefusedWithWhatToDo()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await Site.PostAsync(browser, Burner, Burner + "?handler=Close", ("Motif", "Repaired"));

        Assert.Contains("elle reviendrait aussitôt", Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.True(site.Alarms.Find(Canned.Alarms.Burner)!.Stands);
    }

    [Fact]
    public async Task Shelve_UntilAnEnd_AndBack()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var aside = await Site.PostAsync(browser, Burner, Burner + "?handler=Shelve", ("Heures", "8"));
        Assert.Equal(HttpStatusCode.Found, aside.StatusCode);
        Assert.Equal(site.Clock.Now.AddHours(8), site.Alarms.Find(Canned.Alarms.Burner)!.ShelvedUntil);
        Assert.Contains("1 en alarme", await PageAsync(browser, "/alarmes"), StringComparison.Ordinal);

        using var back = await Site.PostAsync(browser, Burner, Burner + "?handler=Unshelve");
        Assert.Contains("2 en alarme", await PageAsync(browser, "/alarmes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Burner, "", "Choisissez jusqu'à quand.")]
    [InlineData(Burner, "9999", "Choisissez jusqu'à quand.")]
    [InlineData(Danger, "8", "Une alarme urgente n'est jamais mise de côté.")]
    public async Task Shelve_WithoutAnEnd_OrDangerous_IsRefused(string alarm, string hours, string problem)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        using var answer = await Site.PostAsync(browser, alarm, alarm + "?handler=Shelve", ("Heures", hours));

        Assert.Contains(problem, Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(site.Alarms.Open.Where(one => one.IsShelved(site.Clock.Now)));
    }

    [Fact]
    public async Task Navigation_BearsTheCount_AndNothingWhenAllIsWell()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        Assert.Contains("title=\"2 en alarme\">2</span>", await browser.GetStringAsync("/chaufferies", Cancel), StringComparison.Ordinal);

        site.Alarms.Clear();
        Assert.DoesNotContain("class=\"count\"", await browser.GetStringAsync("/chaufferies", Cancel), StringComparison.Ordinal);
        Assert.Contains("Aucune alarme.", await PageAsync(browser, "/alarmes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/alarmes")]
    [InlineData("/alarmes/historique")]
    [InlineData(Burner)]
    public async Task Pages_OnAVeryBadDay_StayLight(string path)
    {
        await using var site = new Site();
        for (var number = 0; number < 200; number++)
        {
            var alarm = site.Alarms.New(Guid.NewGuid(), AlarmKind.DeviceSilent, Severity.P3, Valmont.Pdu.Id, -number);
            site.Alarms.Put(number % 3 == 0 ? alarm with { Cause = Canned.Alarms.Burner } : number % 3 == 1 ? alarm : alarm with { ClearedAt = site.Clock.Now, Severity = Severity.P2 });
        }

        using var browser = await site.BrowserOfAsync("technicien");
        var html = await browser.GetStringAsync(path, Cancel);

        Assert.True(Html.Elements(html) <= 320, $"{Html.Elements(html)} elements");
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(html) <= 120 * 1024);
    }

    [Fact]
    public async Task Live_AnAlarmComes_TheBrowserIsTold()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        await using var stream = await browser.GetStreamAsync("/direct/alarmes", Cancel);
        using var reader = new StreamReader(stream);
        await UntilAsync(reader, "event: pulse");

        site.Alarms.Put(site.Alarms.New(Guid.NewGuid(), AlarmKind.WaterLeak, Severity.P1, Valmont.BoilerOf("gw-ecole"), 0));

        await UntilAsync(reader, "event: alarms");
    }

    private static async Task UntilAsync(StreamReader reader, string text)
    {
        while (await reader.ReadLineAsync(Cancel) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new EndOfStreamException("The stream ended before: " + text);
    }

    private static string StripTags(string html) => System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task<string> PageAsync(HttpClient browser, string path) => Html.Text(await browser.GetStringAsync(path, Cancel));
}
