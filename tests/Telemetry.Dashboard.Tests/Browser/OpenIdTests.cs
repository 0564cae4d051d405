using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Browser;

/// <summary>Sign-in through an OpenID provider written by others, in a real browser.</summary>
public sealed class OpenIdTests
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "Telemetry.Dashboard.Tests", "provider");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_ThroughAProvider_OpensOnlyTheAccountAnAdministratorTied()
    {
        Assert.SkipUnless(File.Exists(Chromium.Program), "Chromium is not here");
        var (ours, theirs) = (FreePort(), FreePort());
        using var provider = await ProviderAsync(theirs, $"http://localhost:{ours}/connexion/retour");
        await using var ended = new Kill(provider);
        await using var chromium = await Chromium.StartAsync(new Site
        {
            Settings =
            {
                ["Telemetry:Oidc:Authority"] = $"http://localhost:{theirs}",
                ["Telemetry:Oidc:ClientId"] = "telemetry",
                ["Telemetry:Oidc:ClientSecret"] = "a secret of the test and of nobody else",
                ["Telemetry:Oidc:Scope"] = "openid email",
                ["Telemetry:Oidc:Label"] = "ProConnect",
            },
        }, ours, "localhost");
        var page = await chromium.OpenAsync("/connexion", 360);

        await page.GetByRole(AriaRole.Link, new() { Name = "S'identifier avec ProConnect" }).ClickAsync();
        await page.FillAsync("input[name=login]", "paul");
        await page.FillAsync("input[name=password]", "peu importe");
        await page.ClickAsync("button[type=submit]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("aucun compte ne lui est rattaché");
        await page.GotoAsync("/chaufferies");
        Assert.Contains("/connexion?retour=", page.Url, StringComparison.Ordinal);

        var identities = chromium.Site.Services.GetRequiredService<ExternalIdentities>();
        var waiting = Assert.Single(await identities.ForAsync(3, andWaiting: true, Cancel));
        Assert.Equal((null, "paul", "paul@ville.example", $"http://localhost:{theirs}"), (waiting.AccountId, waiting.Subject, waiting.Label, waiting.Issuer));
        var store = chromium.Site.Services.GetRequiredService<AccountStore>();
        Assert.Equal(TieProblem.None, (await identities.TieAsync(waiting.Id, (await store.FindAsync(3, Cancel))!, (await store.FindAsync("admin", Cancel))!, Cancel)).Problem);
        await page.GotoAsync("/connexion/externe?retour=%2Fchaufferies");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("dont le titulaire ne l'a pas encore acceptée");
        Assert.NotNull(await identities.AcceptAsync(waiting.Id, 3, Cancel));
        await page.GotoAsync("/connexion/externe?retour=%2Fchaufferies");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chaufferies" })).ToBeVisibleAsync();
        var line = chromium.Site.Services.GetRequiredService<IJournal>().Read(new() { Action = "session.opened", Most = 1 })[0];
        Assert.Equal(("technicien", "external identity", $"http://localhost:{theirs}"), (line.By.Name, line.Asked, line.Object));

        // A code that this browser did not ask for opens nothing.
        await page.GotoAsync("/connexion/retour?code=forged&state=forged");
        Assert.Contains("/connexion?externe=refus", page.Url, StringComparison.Ordinal);
    }

    private static async Task<Process> ProviderAsync(int port, string redirect)
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]) { WorkingDirectory = Folder, UseShellExecute = false })!;
            await install.WaitForExitAsync(Cancel);
        }

        var provider = Process.Start(new ProcessStartInfo("node", ["provider.mjs", port.ToString(CultureInfo.InvariantCulture), redirect])
        {
            WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        provider.ErrorDataReceived += (_, _) => { };
        provider.BeginErrorReadLine();
        while (await provider.StandardOutput.ReadLineAsync(Cancel) is { } line && line != "ready")
        {
            // It warns about its development keys first.
        }

        Assert.False(provider.HasExited, "The provider does not start.");
        return provider;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private sealed class Kill(Process process) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
