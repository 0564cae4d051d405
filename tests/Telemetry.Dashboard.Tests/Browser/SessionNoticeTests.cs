using Microsoft.Playwright;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>A session that is about to end warns, and one press keeps it.</summary>
public sealed class SessionNoticeTests
{
    [Fact]
    public async Task Notice_TwoMinutesBeforeTheEnd_IsShownAndOnePressKeepsTheSession()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync("/admin/comptes", 360, "admin");
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        var notice = page.Locator("#session");
        await page.Clock.FastForwardAsync("12:50");
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await page.Clock.FastForwardAsync("00:15");
        await Assertions.Expect(notice).ToContainTextAsync("se termine dans deux minutes");
        Assert.True((await notice.Locator("button").BoundingBoxAsync())!.Height >= 44);

        chromium.Site.RealClock.Moved = TimeSpan.FromMinutes(13);
        await notice.Locator("button").ClickAsync();
        await Assertions.Expect(notice).ToBeHiddenAsync();
        chromium.Site.RealClock.Moved = TimeSpan.FromMinutes(20);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Comptes", Exact = true })).ToBeVisibleAsync();

        chromium.Site.RealClock.Moved = TimeSpan.FromMinutes(40);
        await page.ReloadAsync();
        Assert.Contains("/connexion", page.Url, StringComparison.Ordinal);
    }
}
