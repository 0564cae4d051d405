using System.Net;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests;

/// <summary>The dossier of a boiler room says the figures of its own period, and its months can be taken away.</summary>
public sealed class DossierFlowTests
{
    private const string Dossier = "/chaufferies/gw-ecole/chaufferie/dossier";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_OfThirtyDays_AreThoseOfTheReadingsAndTheOrders()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("technicien");
        site.Clock.Now = site.Clock.Now.AddDays(-3);
        Order(site, OrderState.Confirmed, OrderState.EffectSeen);
        Order(site, OrderState.Unconfirmed);
        site.Clock.Now = site.Clock.Now.AddDays(3);
        Order(site, OrderState.Unconfirmed);

        var page = await RowsAsync(browser, Dossier);

        // Flow 52.3 + 8 sin(hour) against 62 while the pump runs; the readings between 01:00 and 03:00 UTC are missing, an hour of which the last one bridges.
        Assert.Equal("10,0 K, mesuré sur 95 % de la période", page["Erreur de régulation (départ − consigne, pompe en marche)"]);
        Assert.Equal("50 %", page["Ordres relus"]);
        Assert.Equal("100 %", page["Ordres suivis d'effet"]);
        Assert.Equal("1", page["Interventions à distance"]);
        Assert.Equal("non mesuré dans cette chaufferie", page["Démarrages du brûleur"]);
        Assert.Equal("rien à compter sur la période", page["Confort à l'heure (T ≥ consigne − 0,5 K à l'ouverture)"]);
        var text = await Html.TextAsync(browser, Dossier);
        Assert.Contains("du 23 octobre 2026 au 21 novembre 2026", text, StringComparison.Ordinal);
        Assert.Contains("Température d'ambiance connue pour 91 % des heures", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?an=2026", "du 1er janvier 2026 au 21 novembre 2026")]
    [InlineData("?an=2021", "du 1er janvier 2021 au 31 décembre 2021")]
    [InlineData("?an=2020", "du 23 octobre 2026 au 21 novembre 2026")]
    [InlineData("?an=2027", "du 23 octobre 2026 au 21 novembre 2026")]
    [InlineData("?an=hier", "du 23 octobre 2026 au 21 novembre 2026")]
    public async Task Period_OfAYear_OrOfThirtyDaysWhereThereIsNone(string query, string said)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("energie");

        Assert.Contains(said, await Html.TextAsync(browser, Dossier + query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_OfAMonth_AreTakenAway_AndNoOthers()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("energie");

        var hours = (await browser.GetStringAsync(Dossier + "/mois?handler=Heures&mois=2026-11", Cancel)).Split('\n');
        Assert.Equal("zone;begin_utc;room_c;setpoint_c;flow_c;return_c;outdoor_c;burner_share;gas_kwh_pcs;electricity_kwh", hours[0]);
        Assert.StartsWith("\"\";2026-10-31T23:00Z;", hours[1], StringComparison.Ordinal);
        Assert.Equal(22 * 24, hours.Length - 2);
        foreach (var month in new[] { "2026-12", "2020-12", "2026-13", "novembre", "" })
        {
            using var answer = await browser.GetAsync(Dossier + "/mois?handler=Heures&mois=" + month, Cancel);
            Assert.Equal((month, HttpStatusCode.NotFound), (month, answer.StatusCode));
        }
    }

    private static void Order(Site site, params OrderState[] states)
    {
        site.Orders.Send(OrderDraft.Release(new PointId(Valmont.BoilerOf("gw-ecole"), "room.temperature.sp"), "technicien", site.Clock.Now, 1) with { Kind = OrderKind.Override, Value = 20 });
        foreach (var state in states)
        {
            site.Orders.Report(state);
        }
    }

    private static async Task<Dictionary<string, string>> RowsAsync(HttpClient browser, string path) =>
        (await Html.TextAsync(browser, path)).Split("<tr><th scope=\"row\">").Skip(1)
            .Select(row => row.Split("</th><td>")).Where(row => row.Length == 2)
            .ToDictionary(row => row[0], row => row[1].Split("</td>")[0], StringComparer.Ordinal);
}
