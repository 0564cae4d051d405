using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests;

/// <summary>A centre people learn on looks like no other, and its sessions open no other (S30).</summary>
public sealed class TrainingTests
{
    [Theory]
    [InlineData("/", null)]
    [InlineData("/chaufferies", "technicien")]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien")]
    public async Task EveryPage_SaysSo(string path, string? who)
    {
        await using var site = new Site { Training = true };
        using var browser = await site.BrowserOfAsync(who);

        var page = await browser.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("ENTRAÎNEMENT — installation simulée", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("<body class=\"training\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>[Entraînement] ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "__Host-formation")]
    [InlineData(false, "__Host-session")]
    public async Task Session_HasACookieOfItsOwnWorld(bool training, string cookie)
    {
        await using var site = new Site { Training = training };
        using var browser = site.Browser();

        using var answer = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "technicien"), ("MotDePasse", Site.Password));

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith(cookie + "=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RealPages_SayNothingOfTheKind()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");

        Assert.DoesNotContain("training", await browser.GetStringAsync("/chaufferies", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
