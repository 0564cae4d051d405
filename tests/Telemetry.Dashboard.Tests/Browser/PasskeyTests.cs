using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>Passkeys with the browser's own virtual authenticator.</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task Passkey_Added_SignsInAloneAndIsNotReplayed()
    {
        await using var chromium = await Chromium.StartAsync(host: "localhost");
        var page = await chromium.OpenAsync("/compte/second-facteur", 360, "technicien");
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.FillAsync("#nomcle", "Téléphone de service");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d'accès" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Clé d'accès ajoutée.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Retirer Téléphone de service" })).ToBeVisibleAsync();

        // With a passkey on the account, a password alone is not enough any more.
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GotoAsync("/connexion");
        await page.FillAsync("#nom", "technicien");
        await page.FillAsync("#mdp", Canned.Site.Password);
        await page.ClickAsync("form.sheet >> nth=0 >> button");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Confirmez que c'est vous" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();

        string? sent = null;
        page.Request += (_, request) => sent = request.Method == "POST" && request.Url.Contains("Passkey", StringComparison.Ordinal) ? request.PostData : sent;
        await page.GotoAsync("/connexion?retour=%2Fchaufferies");
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser une clé d'accès" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chaufferies" })).ToBeVisibleAsync();
        Assert.Equal("passkey", chromium.Site.Services.GetRequiredService<IJournal>().Read(new() { Action = "session.opened", Most = 1 })[0].Asked);

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GotoAsync("/connexion");
        var replayed = await page.EvaluateAsync<string>(
            "async body => (await fetch('/connexion?handler=Passkey', { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })).text()",
            Fresh(sent!, await page.Locator("main input[name=__RequestVerificationToken]").First.GetAttributeAsync("value")));
        Assert.Contains("vérifiée", System.Net.WebUtility.HtmlDecode(replayed), StringComparison.Ordinal);
        await page.GotoAsync("/chaufferies");
        Assert.Contains("/connexion", page.Url, StringComparison.Ordinal);
    }

    // The old answer in a form of now: only the challenge is old.
    private static string Fresh(string form, string? token) => string.Join('&', form.Split('&')
        .Where(field => !field.StartsWith("__RequestVerificationToken", StringComparison.Ordinal)).Append("__RequestVerificationToken=" + Uri.EscapeDataString(token!)));
}
