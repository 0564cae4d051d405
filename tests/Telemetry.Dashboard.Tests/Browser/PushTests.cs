using System.Text.Json;
using Microsoft.Playwright;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>The worker that shows alarms, in a real browser, under the site's own policy.</summary>
public sealed class PushTests
{
    private const string Alarm = """{"title":"Urgent — École Jules-Ferry : Risque de gel","body":"Se rendre sur place.","tag":"A09-1","urgent":true,"link":"/alarmes/1"}""";

    [Fact]
    public async Task Worker_APushComes_ShowsIt_AndRepeatsReplace()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/astreinte", 360, "technicien");
        await page.Context.GrantPermissionsAsync(["notifications"], new() { Origin = chromium.Address.GetLeftPart(UriPartial.Authority) });
        await Assertions.Expect(page.Locator("#prevenir")).ToBeVisibleAsync();
        await page.EvaluateAsync("async () => { while (!(await navigator.serviceWorker.getRegistration('/alarmes/'))?.active) await new Promise((done) => setTimeout(done, 50)); }");

        var devtools = await page.Context.NewCDPSessionAsync(page);
        var registration = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        devtools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var one in told!.Value.GetProperty("registrations").EnumerateArray().Where(one => one.GetProperty("scopeURL").GetString()!.EndsWith("/alarmes/", StringComparison.Ordinal)))
            {
                registration.TrySetResult(one.GetProperty("registrationId").GetString()!);
            }
        };
        await devtools.SendAsync("ServiceWorker.enable");
        var id = await registration.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        foreach (var _ in new[] { 1, 2 })
        {
            await devtools.SendAsync("ServiceWorker.deliverPushMessage", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["origin"] = chromium.Address.GetLeftPart(UriPartial.Authority), ["registrationId"] = id, ["data"] = Alarm,
            });
        }

        var shown = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const worker = await navigator.serviceWorker.getRegistration('/alarmes/');
              let shown = [];
              // A repeat takes the first one away a moment before it stands: what counts is what still stands half a second later.
              for (let tries = 0, alike = 0; tries < 100 && alike < 10; tries++) {
                const before = shown.length;
                shown = await worker.getNotifications();
                alike = shown.length > 0 && shown.length === before ? alike + 1 : 0;
                await new Promise((done) => setTimeout(done, 50));
              }
              return shown.map((one) => ({ title: one.title, tag: one.tag, link: one.data.link, stays: one.requireInteraction }));
            }
            """);

        var one = Assert.Single(shown.EnumerateArray());
        Assert.Equal(("Urgent — École Jules-Ferry : Risque de gel", "A09-1", "/alarmes/1", true),
            (one.GetProperty("title").GetString(), one.GetProperty("tag").GetString(), one.GetProperty("link").GetString(), one.GetProperty("stays").GetBoolean()));
    }
}
