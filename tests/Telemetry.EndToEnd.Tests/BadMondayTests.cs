using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>« Chaudière en défaut »: a bad Monday from the burner's lock-out to the technician who takes charge and, once it runs again, closes it with a reason; every part real.</summary>
public sealed partial class BadMondayTests
{
    private const double Speed = 240;
    private static readonly DateTimeOffset Morning = new(2026, 1, 15, 6, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task BadMonday_RaisesExactlyTheRightAlarms_CallsWhoIsOnCall_AndSurvivesAKill()
    {
        using var receivers = await Receivers.StartAsync();
        await using var town = await Town.StartAsync(Morning, Speed, await SoonerAsync(), receivers.Environment);
        await SetUpAsync(town, receivers);

        var alarms = Path.Combine(town.Folder, "dashboard", "alarms.db");
        await AssertToldAsync(receivers);
        await AnswerByKeyboardAsync(town);

        await Until.TrueAsync(TimeSpan.FromSeconds(120), "the silent meter is the last to be noticed", () => Roots(alarms).Contains("A42 gw-gymnase/gaz"));
        Assert.Equal(["A02 gw-ecole/chaufferie", "A27 gw-creche/chaufferie", "A42 gw-gymnase/gaz"], Roots(alarms));
        await AssertNothingTwiceAsync(town, alarms);
        await CloseByKeyboardAsync(town, alarms);
    }

    // After a kill -9 the same alarms stand, in the same hands, and nobody is called again.
    private static async Task AssertNothingTwiceAsync(Town town, string alarms)
    {
        List<string> Told() =>
        [
            .. Rows(alarms, "SELECT printf('A%02d %s/%s', Kind, Gateway, Device) FROM alarms ORDER BY 1"),
            .. Rows(alarms, "SELECT printf('A%02d %s/%s: step %d, P%d, after %d returns', Kind, Gateway, Device, Step, calls.Severity, calls.Returns) FROM calls JOIN alarms ON Id = Alarm WHERE Kind = 2 ORDER BY 1"),
        ];
        var before = Told();
        town["dashboard"].Kill();
        town["dashboard"].Start();
        await town["dashboard"].ReadyAsync();
        var looked = TimeProvider.System.GetUtcNow().AddSeconds(4);
        await Until.TrueAsync(TimeSpan.FromSeconds(20), "the evaluator and the caller have looked again", () => TimeProvider.System.GetUtcNow() > looked);

        Assert.Equal(before, Told());
        Assert.Equal(1, HistoryFile.Scalar(alarms, "SELECT COUNT(*) FROM alarms WHERE Kind = 2 AND AcknowledgedBy = 'technicien' AND ClosedMs IS NULL"));
    }

    // The demonstration's own scenario, its hours drawn together: the same faults, in the same order, within ten minutes, once there was time to put somebody on call.
    private static async Task<string> SoonerAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "firmware-sim/Scenarios/lundi-matin.yaml"), TestContext.Current.CancellationToken);
        var sooner = Hours().Replace(text, match => $"at: +{100 + (2 * (int.Parse(match.Groups["hours"].Value, null) - 20))}min");
        Assert.Equal(3, Hours().Count(text));
        var repaired = sooner.Replace("for: 12h, fault: burner-fault", "for: 8h, fault: burner-fault", StringComparison.Ordinal);
        Assert.NotEqual(sooner, repaired);
        var file = Path.Combine(Directory.CreateTempSubdirectory("telemetry-scenario-").FullName, "lundi-matin.yaml");
        await File.WriteAllTextAsync(file, repaired, TestContext.Current.CancellationToken);
        return file;
    }

    // Her phone asks to be told, then the administrator puts Léa on call: at this speed a call that came before its phone would be the only one.
    private static async Task SetUpAsync(Town town, Receivers receivers)
    {
        await using (var phone = await Visit.StartAsync(town.Address, width: 360))
        {
            await phone.SignInAsync("technicien");
            await phone.Page.GotoAsync(town.Address + "/astreinte");
            var browser = (await receivers.FirstAsync("browser", _ => true)).GetProperty("browser");
            var answer = await phone.Page.EvaluateAsync<int>(
                "async (subscription) => (await fetch('/alarmes/appareil', { method: 'POST', headers: { 'Content-Type': 'application/json', RequestVerificationToken: document.getElementById('appareil').dataset.token }, body: subscription })).status",
                browser.GetRawText());
            Assert.Equal(204, answer);
        }

        await using var visit = await Visit.StartAsync(town.Address, width: 1280);
        await visit.SignInAsync("admin");
        await visit.Page.GotoAsync(town.Address + "/astreinte");
        await visit.Page.Locator("#nom").FillAsync("Léa Martin");
        await visit.Page.Locator("#mail").FillAsync("lea@valmont.example");
        await visit.Page.Locator("#compte").FillAsync("technicien");
        await visit.Page.Locator("form[action*=AddPerson] button").ClickAsync();
        await visit.Page.Locator("form[action*=AddShift] button").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".facts")).ToContainTextAsync("Léa Martin");
    }

    private static async Task AssertToldAsync(Receivers receivers)
    {
        var mail = await receivers.FirstAsync("mail", _ => true);
        Assert.Equal("lea@valmont.example", mail.GetProperty("to")[0].GetString());
        Assert.Contains("Auto-Submitted: auto-generated", mail.GetProperty("mail").GetString(), StringComparison.Ordinal);

        var push = await receivers.FirstAsync("push", line => line.GetProperty("push").ValueKind == JsonValueKind.Object);
        Assert.Contains("École Jules-Ferry", push.GetProperty("push").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.True(push.GetProperty("vapid").GetProperty("right").GetBoolean());
        Assert.Equal("high", push.GetProperty("urgency").GetString());

        // Busy the first time, so it was sent again; its signature was checked by the specification's own library.
        var hook = await receivers.FirstAsync("hook", line => line.GetProperty("hook").ValueKind == JsonValueKind.Object);
        var told = hook.GetProperty("hook").GetProperty("data")[0];
        Assert.Equal(("A02", "ecole-jules-ferry"), (told.GetProperty("code").GetString(), told.GetProperty("building").GetString()));
        Assert.DoesNotContain(receivers.Lines, line => line.ToString().Contains("\"wrong\"", StringComparison.Ordinal));
    }

    private static async Task AnswerByKeyboardAsync(Town town)
    {
        await using var visit = await Visit.StartAsync(town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "the nursery's alarm is there too", async () =>
        {
            await page.GotoAsync(town.Address + "/alarmes");
            return await page.Locator("li.boiler").CountAsync() >= 2;
        });
        await Assertions.Expect(page.Locator("li.boiler").First).ToContainTextAsync("École Jules-Ferry");
        await Assertions.Expect(page.Locator("li.boiler").First).ToContainTextAsync("Brûleur ou automate en défaut");
        await AssertAccessibleAsync(page);

        await page.Locator("li.boiler h2 a").First.FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("li.boiler").First).ToContainTextAsync("Prise en charge par technicien");

        await page.Locator("li.boiler h2 a").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("Aucun redémarrage n'est tenté à distance");
        await AssertAccessibleAsync(page);
        await page.GotoAsync(town.Address + "/chaufferies/gw-ecole/chaufferie");
        await Assertions.Expect(page.Locator("[data-part=sentence]")).ToContainTextAsync("Défaut signalé par l'automate depuis");
        await page.GotoAsync(town.Address + "/en/alarmes/historique");
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("9 in 10 within");
        await AssertAccessibleAsync(page);
    }

    // The burner runs again: the story ends with who closed it and why, and the boiler's page no longer speaks of a fault.
    private static async Task CloseByKeyboardAsync(Town town, string alarms)
    {
        await using var visit = await Visit.StartAsync(town.Address, width: 360);
        var page = visit.Page;
        await visit.SignInAsync("technicien");
        await page.GotoAsync(town.Address + "/alarmes");
        await page.Locator("li.boiler", new() { HasText = "École Jules-Ferry" }).Locator("h2 a").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("École Jules-Ferry");
        var address = page.Url;
        await Until.TrueAsync(TimeSpan.FromSeconds(180), "the burner is repaired, and the alarm may be closed", async () =>
        {
            await page.GotoAsync(address);
            return await page.Locator("input[name=Motif]").CountAsync() > 0;
        });
        await AssertAccessibleAsync(page);

        await page.Locator("input[name=Motif]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("électrode changée");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[name=Motif]")).ToHaveCountAsync(0);
        Assert.Equal(1, HistoryFile.Scalar(alarms, "SELECT COUNT(*) FROM alarms WHERE Kind = 2 AND ClosedBy = 'technicien' AND Note = 'électrode changée' AND ClosedMs IS NOT NULL"));

        await page.GotoAsync(town.Address + "/chaufferies/gw-ecole/chaufferie");
        await Assertions.Expect(page.Locator("[data-part=sentence]")).Not.ToContainTextAsync("Défaut signalé");
        await Assertions.Expect(page.Locator("[data-part=sentence]")).Not.ToBeEmptyAsync();
        await AssertAccessibleAsync(page);
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var axe = await page.RunAxe();
        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes.FirstOrDefault()?.Html})"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }

    // Alarms that no other explains.
    private static List<string> Roots(string file) => !File.Exists(file) ? [] : Rows(file, "SELECT DISTINCT printf('A%02d %s/%s', Kind, Gateway, Device) FROM alarms WHERE Cause IS NULL ORDER BY 1");

    private static List<string> Rows(string file, string query)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
#pragma warning disable CA2100 // every query is a constant of this file
        using var command = new SqliteCommand(query, connection);
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    [GeneratedRegex(@"at: \+(?<hours>2\d)h", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hours();
}
