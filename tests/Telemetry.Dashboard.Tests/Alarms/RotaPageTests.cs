using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary>The administrator keeps the rota.</summary>
public sealed class RotaPageTests
{
    private const string Page = "/astreinte";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weeks_FromMondayToMonday_AtTheHandover()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("admin");
        using var person = await Site.PostAsync(browser, Page, Page + "?handler=AddPerson", ("Nom", "Léa Martin"), ("Mail", "lea@valmont.example"), ("Compte", "technicien"));
        Assert.Equal(HttpStatusCode.Found, person.StatusCode);
        var onCall = site.Services.GetRequiredService<IOnCall>();
        var lea = Assert.Single(onCall.Rota.People);
        Assert.Equal(("Léa Martin", "lea@valmont.example", "technicien"), (lea.Name, lea.Mail, lea.Account));

        // A Sunday belongs to the week of the Monday before it; two weeks on, over no change of the clocks.
        using var shift = await Site.PostAsync(browser, Page, Page + "?handler=AddShift",
            ("Personne", lea.Id.ToString()), ("Rang", "1"), ("Semaine", "2026-11-22"), ("Semaines", "2"), ("Releve", "08:00"));

        Assert.Equal(HttpStatusCode.Found, shift.StatusCode);
        var added = Assert.Single(onCall.Rota.Shifts);
        Assert.Equal((new DateTimeOffset(2026, 11, 16, 7, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero)), (added.From, added.To));
        Assert.Contains("Première personne Léa Martin", Text(await browser.GetStringAsync(Page, Cancel)), StringComparison.Ordinal);

        using var gone = await Site.PostAsync(browser, Page, Page + "?handler=RemovePerson", ("Personne", lea.Id.ToString()));
        Assert.Equal(["rota.person.removed", "rota.shift.added", "rota.person.added"],
            site.Services.GetRequiredService<IJournal>().Read(new() { Most = 20 }).Select(line => line.Action).Where(action => action.StartsWith("rota.", StringComparison.Ordinal)));
        Assert.Equal((0, 0), (onCall.Rota.People.Count, onCall.Rota.Shifts.Count));
    }

    [Theory]
    [InlineData("", "lea@valmont.example", "", "Donnez un nom")]
    [InlineData("Léa", "lea chez valmont", "", "L'adresse électronique n'est pas valable.")]
    [InlineData("Léa", "Léa <lea@valmont.example>", "", "L'adresse électronique n'est pas valable.")]
    [InlineData("Léa", "", "", "Donnez une adresse électronique ou un compte")]
    [InlineData("Léa", "", "personne", "Il n'y a pas de compte « personne ».")]
    public async Task Person_FilledInWrong_SaysWhatToMend(string name, string mail, string account, string problem)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("admin");

        using var answer = await Site.PostAsync(browser, Page, Page + "?handler=AddPerson", ("Nom", name), ("Mail", mail), ("Compte", account));

        Assert.Contains(problem, Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(site.Services.GetRequiredService<IOnCall>().Rota.People);
    }

    [Theory]
    [InlineData("2026-11-09", "1", "08:00", "1", "Choisissez une semaine qui n'est pas finie.")]
    [InlineData("hier", "1", "08:00", "1", "Choisissez une semaine qui n'est pas finie.")]
    [InlineData("2026-11-23", "9", "08:00", "1", "Choisissez de 1 à 8 semaines.")]
    [InlineData("2026-11-23", "1", "8 h", "1", "L'heure de relève s'écrit 08:00.")]
    [InlineData("2026-11-23", "1", "08:00", "4", "Choisissez une personne.")]
    public async Task Shift_FilledInWrong_SaysWhatToMend(string week, string weeks, string hour, string rank, string problem)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("admin");
        var onCall = site.Services.GetRequiredService<IOnCall>();
        var lea = new Person(Guid.NewGuid(), "Léa", "lea@valmont.example", "");
        onCall.Put(lea);

        using var answer = await Site.PostAsync(browser, Page, Page + "?handler=AddShift",
            ("Personne", lea.Id.ToString()), ("Rang", rank), ("Semaine", week), ("Semaines", weeks), ("Releve", hour));

        Assert.Contains(problem, Html.Text(await answer.Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Empty(onCall.Rota.Shifts);
    }

    [Fact]
    public async Task Rota_ByATechnician_IsReadAndNotChanged()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        Assert.DoesNotContain("name=\"Nom\"", await browser.GetStringAsync(Page, Cancel), StringComparison.Ordinal);

        using var answer = await Site.PostAsync(browser, "/alarmes", Page + "?handler=AddPerson", ("Nom", "Moi"), ("Mail", "moi@valmont.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static string Text(string html) => Html.Text(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
}
