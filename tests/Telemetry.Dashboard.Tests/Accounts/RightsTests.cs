using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Accounts;

/// <summary>Buildings, ends of access, the break-glass account, and administrators.</summary>
public sealed class RightsTests
{
    private const string School = "/chaufferies/gw-ecole/chaufferie";
    private const string Gym = "/chaufferies/gw-gymnase/chaufferie";
    private const string Mine = "trois girafes sous la pluie";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Maintainer_HasTheirBuildingsUntilTheEnd_AndIsAnnounced()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        Task<HttpResponseMessage> Make(params (string, string)[] more) =>
            Site.PostAsync(admin, "/admin/comptes", "/admin/comptes", [("Nom", "acme"), ("Terms.Role", "Maintainer"), ("MotDePasse", "girafe bleue de mars"), .. more]);
        string In(int days) => TimeZoneInfo.ConvertTime(site.RealClock.GetUtcNow().AddDays(days), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

        Assert.Contains("90 jours au plus", await TextAsync(await Make(("Terms.Sites", "gymnase-pasteur"))), StringComparison.Ordinal);
        Assert.Contains("90 jours au plus", await TextAsync(await Make(("Terms.Sites", "gymnase-pasteur"), ("Terms.Fin", In(120)))), StringComparison.Ordinal);
        Assert.Contains("cochez-en au moins un", await TextAsync(await Make(("Terms.Fin", In(10)))), StringComparison.Ordinal);
        Assert.Contains("Compte « acme » créé", await TextAsync(await Make(("Terms.Sites", "gymnase-pasteur"), ("Terms.Fin", In(10)))), StringComparison.Ordinal);

        using var outside = await EnterAsync(site, "acme", "girafe bleue de mars");
        var list = await outside.GetStringAsync("/chaufferies", Cancel);
        Assert.Contains("Gymnase Pasteur", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Jules-Ferry", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await outside.GetAsync(Gym, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(School, Cancel)).StatusCode);
        using var refused = await Site.PostAsync(outside, Gym, School + "/relire", ("Form.Valeur", "19"), ("Form.Fin", "1h"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var sent = await Site.OrderAsync(outside, Gym, "Form.Valeur=18&Form.Fin=1h");
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal("gw-gymnase", Assert.Single(site.Orders.Sent).Point.Equipment.Gateway);
        Assert.Equal(HttpStatusCode.Forbidden, (await outside.GetAsync("/patrimoine", Cancel)).StatusCode);
        Assert.DoesNotContain("gw-ecole", await outside.GetStringAsync("/passerelles", Cancel), StringComparison.Ordinal);

        using var technician = await site.BrowserOfAsync("technicien");
        Assert.Contains("Accès externe ouvert : acme", Html.Text(await technician.GetStringAsync("/chaufferies", Cancel)), StringComparison.Ordinal);
        Assert.Contains(site.Services.GetRequiredService<IJournal>().Read(new() { Action = "account.made" }), line => line.Asked.StartsWith("Maintainer sites:gymnase-pasteur → 20", StringComparison.Ordinal));

        site.RealClock.Moved += TimeSpan.FromDays(10) + TimeSpan.FromMinutes(2);
        Assert.Equal(HttpStatusCode.Found, (await outside.GetAsync("/chaufferies", Cancel)).StatusCode);
        using var late = site.Browser();
        using var ended = await Site.PostAsync(late, "/connexion", "/connexion", ("Nom", "acme"), ("MotDePasse", Mine));
        Assert.Contains("L'accès de ce compte a pris fin", await TextAsync(ended), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_Changed_HoldAtTheNextRequest()
    {
        await using var site = new Site();
        using var technician = await site.BrowserOfAsync("technicien");
        using var admin = await site.BrowserOfAsync("admin");
        Assert.Equal(HttpStatusCode.OK, (await technician.GetAsync(School, Cancel)).StatusCode);

        using var limited = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3", ("Terms.Role", "Technician"), ("Terms.Sites", "gymnase-pasteur"));
        Assert.Equal(HttpStatusCode.Found, limited.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await technician.GetAsync(School, Cancel)).StatusCode);
        using var elected = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3", ("Terms.Role", "Elu"));
        Assert.Equal(HttpStatusCode.Forbidden, (await technician.GetAsync("/chaufferies", Cancel)).StatusCode);
        Assert.Equal(["Elu sites:all", "Technician sites:gymnase-pasteur"], site.Services.GetRequiredService<IJournal>().Read(new() { Action = "account.changed" }).Select(line => line.Asked));
    }

    [Theory]
    [InlineData("", "Terms.Role", "Elu")]
    [InlineData("?handler=Switch", "disabled", "true")]
    [InlineData("?handler=Password", "MotDePasse", Mine)]
    [InlineData("?handler=Factors", "x", "y")]
    public async Task Administrator_OwnAccount_IsOutOfReach(string handler, string field, string value)
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        using var answer = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes/4" + handler, (field, value));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task BreakGlass_Role_CannotBeGivenByAPage()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        using var made = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes", ("Nom", "zeus"), ("Terms.Role", "BreakGlass"), ("MotDePasse", Mine));
        using var raised = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3", ("Terms.Role", "BreakGlass"));

        Assert.DoesNotContain(await site.Services.GetRequiredService<AccountStore>().AllAsync(Cancel), one => one.Role == Role.BreakGlass);
    }

    [Fact]
    public async Task BreakGlass_Used_IsLoudUntilSealedAgain()
    {
        await using var site = new Site { Settings = { [SecondFactors.Key] = "required" } };
        using var output = new StringWriter();
        _ = site.Browser();
        Assert.Equal(0, await AccountCommand.RunAsync(["seal", "secours"], site.Services, TextReader.Null, output, TextWriter.Null));
        var password = output.ToString().Split(": ")[^1].Trim();
        using var stranger = site.Browser();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var wrong = await Site.PostAsync(stranger, "/connexion", "/connexion", ("Nom", "secours"), ("MotDePasse", "faux"));
        }

        using var night = site.Browser();
        using var entered = await Site.PostAsync(night, "/connexion", "/connexion", ("Nom", "secours"), ("MotDePasse", password));
        Assert.Equal("/chaufferies", entered.Headers.Location?.ToString());
        var page = Html.Text(await night.GetStringAsync("/chaufferies", Cancel));
        Assert.Contains("Compte de secours « secours » utilisé le", page, StringComparison.Ordinal);
        using var sent = await Site.OrderAsync(night, School, "Form.Valeur=19&Form.Fin=1h");
        Assert.Single(site.Orders.Sent);
        Assert.Single(site.Services.GetRequiredService<IJournal>().Read(new() { Action = "seal.broken", Who = "secours" }));

        Assert.Equal(0, await AccountCommand.RunAsync(["seal", "secours"], site.Services, TextReader.Null, TextWriter.Null, TextWriter.Null));
        Assert.Equal(HttpStatusCode.Found, (await night.GetAsync("/chaufferies", Cancel)).StatusCode);
        using var old = await Site.PostAsync(night, "/connexion", "/connexion", ("Nom", "secours"), ("MotDePasse", password));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        site.Services.GetRequiredService<Announcements>().Forget();
        Assert.Empty(site.Services.GetRequiredService<Announcements>().Now().Unsealed);
    }

    [Fact]
    public async Task ExternalIdentity_IsTiedByAnAdministrator_AnnouncedToItsOwner_AndOpensOnlyOnceAccepted()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        var identities = site.Services.GetRequiredService<ExternalIdentities>();
        Task<(Account? Account, bool Accepted)> Come(string issuer = "https://fia.example") => identities.ComeAsync(new() { Issuer = issuer, Subject = "idp|42", Label = "lea@ville.example" }, Cancel);
        Assert.Null((await Come()).Account);
        Assert.Contains("Rattacher lea@ville.example à ce compte", Html.Text(await admin.GetStringAsync("/admin/comptes/3", Cancel)), StringComparison.Ordinal);

        using var technician = await site.BrowserOfAsync("technicien");
        using var refused = await Site.PostAsync(technician, "/compte", "/admin/comptes/3?handler=Tie", ("identity", "1"), ("tied", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var tied = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3?handler=Tie", ("identity", "1"), ("tied", "true"));
        Assert.Equal(("technicien", false), ((await Come()).Account?.Name, (await Come()).Accepted));
        Assert.Null((await Come("https://autre.example")).Account);
        Assert.Contains("n'ouvre rien encore", Html.Text(await admin.GetStringAsync("/admin/comptes/3", Cancel)), StringComparison.Ordinal);
        Assert.DoesNotContain("rattachée à votre compte", Html.Text(await admin.GetStringAsync("/admin/comptes", Cancel)), StringComparison.Ordinal);

        // Its owner is told wherever they go, and answers.
        Assert.Contains("« lea@ville.example » a été rattachée à votre compte par admin", Html.Text(await technician.GetStringAsync("/chaufferies", Cancel)), StringComparison.Ordinal);
        using var accepted = await Site.PostAsync(technician, "/compte", "/compte?handler=Accept", ("identity", "1"));
        Assert.Equal("/compte?fait=identite", accepted.Headers.Location?.ToString());
        Assert.True((await Come()).Accepted);
        Assert.DoesNotContain("rattachée à votre compte", Html.Text(await technician.GetStringAsync("/chaufferies", Cancel)), StringComparison.Ordinal);
        using var foreign = await site.BrowserOfAsync("energie");
        using var notTheirs = await Site.PostAsync(foreign, "/compte", "/compte?handler=Untie", ("identity", "1"));
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
        using var untied = await Site.PostAsync(technician, "/compte", "/compte?handler=Untie", ("identity", "1"));
        Assert.Equal((null, false), await Come());

        // Tied again it waits again; untied by an administrator it ends what it opened.
        using var again = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3?handler=Tie", ("identity", "1"), ("tied", "true"));
        Assert.False((await Come()).Accepted);
        using var taken = await Site.PostAsync(admin, "/admin/comptes/3", "/admin/comptes/3?handler=Tie", ("identity", "1"), ("tied", "false"));
        Assert.Equal(HttpStatusCode.Found, (await technician.GetAsync("/chaufferies", Cancel)).StatusCode);
        Assert.Equal(["identity.untied", "identity.tied", "identity.untied", "identity.accepted", "identity.tied", "access.refused"], site.Services.GetRequiredService<IJournal>().Read(new())
            .Where(line => line.Action is "identity.tied" or "identity.untied" or "identity.accepted" or "access.refused").Select(line => line.Action));
    }

    [Fact]
    public async Task ExternalIdentity_OfTheAdministrator_OrTiedElsewhere_OrForTheBreakGlassAccount_IsRefusedWithItsSentence()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        using var night = await site.BreakGlassAsync("secours");
        var (identities, store) = (site.Services.GetRequiredService<ExternalIdentities>(), site.Services.GetRequiredService<AccountStore>());
        var (chief, secours) = ((await store.FindAsync("admin", Cancel))!, (await store.FindAsync("secours", Cancel))!);
        await identities.ComeAsync(new() { Issuer = "https://fia.example", Subject = "1", Label = "lea@ville.example" }, Cancel);
        await identities.ComeAsync(new() { Issuer = "https://fia.example", Subject = "2", Label = "chef@ville.example", SeenWith = chief.Id }, Cancel);
        await identities.ComeAsync(new() { Issuer = "https://fia.example", Subject = "3", Label = "chef@ailleurs.example" }, Cancel);
        Assert.Equal(TieProblem.None, (await identities.TieAsync(1, (await store.FindAsync("energie", Cancel))!, chief, Cancel)).Problem);
        Assert.Equal(TieProblem.None, (await identities.TieAsync(3, chief, secours, Cancel)).Problem);

        // It came again without a session: it is not forgotten whose it is.
        await identities.ComeAsync(new() { Issuer = "https://fia.example", Subject = "2", Label = "chef@ville.example" }, Cancel);
        Task<HttpResponseMessage> Tie(int identity, int account) => Site.PostAsync(admin, "/admin/comptes/3", $"/admin/comptes/{account}?handler=Tie", ("identity", $"{identity}"), ("tied", "true"));
        Assert.Contains("déjà rattachée à un compte", await TextAsync(await Tie(1, 3)), StringComparison.Ordinal);
        Assert.Contains("Cette identité est la vôtre", await TextAsync(await Tie(2, 3)), StringComparison.Ordinal);
        Assert.Contains("Cette identité est la vôtre", await TextAsync(await Tie(3, 3)), StringComparison.Ordinal);
        Assert.Contains("aucune identité externe ne s'y rattache", await TextAsync(await Tie(2, secours.Id)), StringComparison.Ordinal);
        Assert.DoesNotContain("Rattacher", Html.Text(await admin.GetStringAsync($"/admin/comptes/{secours.Id}", Cancel)), StringComparison.Ordinal);
        Assert.Empty(site.Services.GetRequiredService<IJournal>().Read(new() { Action = "identity.tied" }));

        // Another administrator may, who has heard the person.
        Assert.Equal(TieProblem.None, (await identities.TieAsync(2, (await store.FindAsync(3, Cancel))!, secours, Cancel)).Problem);
    }

    [Fact]
    public async Task FirstPassword_IsChangedBeforeAnythingOpens()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        using var made = await Site.PostAsync(admin, "/admin/comptes", "/admin/comptes", ("Nom", "lea"), ("Terms.Role", "Technician"), ("MotDePasse", "girafe bleue de mars"));
        using var browser = site.Browser();
        using var entered = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", "lea"), ("MotDePasse", "girafe bleue de mars"));

        using var sent = await browser.GetAsync("/chaufferies", Cancel);
        Assert.Equal("/compte/mot-de-passe", sent.Headers.Location?.ToString());
        using var page = await browser.GetAsync("/compte/second-facteur", Cancel);
        Assert.Equal("/compte/mot-de-passe", page.Headers.Location?.ToString());
    }

    private static async Task<HttpClient> EnterAsync(Site site, string name, string first)
    {
        var browser = site.Browser();
        using var entered = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", name), ("MotDePasse", first));
        using var changed = await Site.PostAsync(browser, "/compte/mot-de-passe", "/compte/mot-de-passe", ("MotDePasseActuel", first), ("MotDePasse", Mine));
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        return browser;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => Html.Text(await answer.Content.ReadAsStringAsync(Cancel));
}
