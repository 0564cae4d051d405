using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>A technician without a mouse.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task Order_ByKeyboardAlone_IsSentAndSeenApplied()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie", 360, "technicien");

        await TabToAsync(page, "[aria-label^='Monter']");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "input[type=radio]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("Conseil municipal");
        await TabToAsync(page, ".order .primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/relire", StringComparison.Ordinal));
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#suivi", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".follow")).ToHaveTextAsync("Envoyée");

        chromium.Site.Orders.Report(OrderState.Checked);
        await Assertions.Expect(page.Locator(".follow")).ToHaveTextAsync("Reçue par la passerelle");
        chromium.Site.Orders.Report(OrderState.Confirmed, readBack: 19.5);
        await Assertions.Expect(page.Locator(".follow")).ToContainTextAsync("Appliquée à 14:02");

        await Assertions.Expect(page.Locator("[data-part=release] button")).ToBeVisibleAsync();
        Assert.Equal(19.5, Assert.Single(chromium.Site.Orders.Sent).Value);
    }

    [Fact]
    public async Task Settings_ByKeyboardAlone_AreReadOverAndSent()
    {
        await using var chromium = await Chromium.StartAsync();
        chromium.Site.Programmes.Keep(Canned.SchoolProgramme.At(chromium.Site.Clock.Now));
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie/reglages", 360, "technicien");

        await TabToAsync(page, "#CurveSlope");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1,8");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pente : 1,80, au lieu de 1,50");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#etat-programme", StringComparison.Ordinal));

        chromium.Site.Programmes.Answer(OrderState.Confirmed);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#CurveSlope")).ToHaveValueAsync("1,80");
    }

    [Fact]
    public async Task Safety_ByKeyboardAlone_IsSentOnlyWithAReason()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie", 360, "technicien");

        await TabToAsync(page, ".actions .danger");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/securite", StringComparison.Ordinal));
        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("fumée dans la chaufferie");
        await TabToAsync(page, "button.danger");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#suivi", StringComparison.Ordinal));

        Assert.Equal(("fumée dans la chaufferie", OrderKind.SafeState), (chromium.Site.Orders.Sent[^1].Reason, chromium.Site.Orders.Sent[^1].Kind));
        chromium.Site.Orders.Report(OrderState.Confirmed);
        await Assertions.Expect(page.Locator("[data-part=sentence]")).ToContainTextAsync("Mise en sécurité par technicien");
    }

    [Fact]
    public async Task Week_ByKeyboardAlone_IsReadOverAndSent()
    {
        await using var chromium = await Chromium.StartAsync();
        chromium.Site.Programmes.Keep(Canned.SchoolProgramme.At(chromium.Site.Clock.Now));
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie/programme/semaine/zone-1", 360, "technicien");

        await TabToAsync(page, "#j2-0-a");
        await page.Keyboard.TypeAsync("1230");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("mercredi : 08:00–12:30, au lieu de 08:00–18:00");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#etat-programme", StringComparison.Ordinal));

        chromium.Site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal("12:30", chromium.Site.InForce.Zones[0].Week.On(DayOfWeek.Wednesday)[0].To.ToString());
    }

    [Fact]
    public async Task ExceptionThatStopsHeating_ByKeyboardAlone_IsReadOverAndSent()
    {
        await using var chromium = await Chromium.StartAsync();
        chromium.Site.Programmes.Keep(Canned.SchoolProgramme.At(chromium.Site.Clock.Now));
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie/programme", 360, "technicien");

        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("travaux");
        await TabToAsync(page, "#quand");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "#exception summary");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "#mode");
        await page.Keyboard.PressAsync("End");
        await TabToAsync(page, "button[value=exception]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("section[aria-labelledby=relecture]")).ToContainTextAsync("Le chauffage s'arrête alors");
        Assert.Empty((await page.RunAxe(new() { Rules = new Dictionary<string, Deque.AxeCore.Commons.RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } } })).Violations);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        Assert.True(await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('main button')].map(one => one.getBoundingClientRect().height))") >= 44);
        Assert.Empty(chromium.Site.InForce.Exceptions);
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#etat-programme", StringComparison.Ordinal));

        chromium.Site.Programmes.Answer(OrderState.Confirmed);
        Assert.Equal(("travaux", ProgrammeMode.Stop), (Assert.Single(chromium.Site.InForce.Exceptions).Reason, chromium.Site.InForce.Exceptions[0].Mode));
    }

    [Fact]
    public async Task ForcedMode_ByKeyboardAlone_IsReadOverAndSent()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie/mode", 360, "technicien");

        await TabToAsync(page, "input[name='Form.Mode']");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "input[name='Form.Fin']");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("travaux");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".finding")).ToContainTextAsync("mode Réduit forcé");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#suivi", StringComparison.Ordinal));

        var order = Assert.Single(chromium.Site.Orders.Sent);
        Assert.Equal((OrderKind.Force, (double)HeatingMode.Reduced, "travaux"), (order.Kind, order.Value, order.Reason));
    }

    [Fact]
    public async Task GroupOrder_ByKeyboardAlone_IsTriedDryThenSent()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/groupe", 360, "technicien");

        await TabToAsync(page, "input[value='gw-ecole/chaufferie']");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "input[name='Form.Mode']");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "input[name='Form.Fin']");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#motif");
        await page.Keyboard.TypeAsync("gel");
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("École Jules-Ferry : partira");
        Assert.Empty(chromium.Site.Orders.Sent);
        await TabToAsync(page, "button.primary");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("lot=", StringComparison.Ordinal));

        await Assertions.Expect(page.Locator(".rows")).ToContainTextAsync("École Jules-Ferry");
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(30));
        while (chromium.Site.Orders.Sent.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, late.Token);
        }

        Assert.Equal("gel", Assert.Single(chromium.Site.Orders.Sent).Reason);
    }

    [Fact]
    public async Task Alarm_ByKeyboardAlone_IsClosedWithItsReason()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/alarmes/44444444444444444444444444444444", 360, "technicien");

        await TabToAsync(page, "input[name=Motif]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "#precision");
        await page.Keyboard.TypeAsync("électrode changée");
        await TabToAsync(page, "form[action*=Close] button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("form[action*=Close]")).ToHaveCountAsync(0);

        var alarm = chromium.Site.Alarms.Find(Guid.Parse("44444444444444444444444444444444"))!;
        Assert.Equal(("technicien", true), (alarm.ClosedBy, alarm.ClosedAt is not null));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("électrode changée");
    }

    [Fact]
    public async Task Room_ACascadeTurns_ThePageSaysSoWithoutAReload()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/chaufferies/gw-ecole/chaufferie", 360, "technicien");
        await Assertions.Expect(page.Locator("#etat")).ToBeVisibleAsync();

        chromium.Site.Values.Tell("gw-ecole", "cascade.running", 1);

        await Assertions.Expect(page.Locator("[data-part=count]")).ToContainTextAsync("1 tourne : comme il faut");
    }

    internal static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard never reached " + selector);
    }
}
