using Microsoft.Extensions.DependencyInjection;
using Telemetry.Analytics.Registry;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Journal.Plants;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Tests.Journal;

/// <summary>What a gateway does of itself stands in the journal: once, with what was read back, over a restart.</summary>
public sealed class PlantScribeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Programme_ComfortThenNight_EachOnceWithItsReadBack()
    {
        await using var site = new Site();
        var scribe = Scribe(site);
        Tell(site, ("programme.version", 12), ("programme.level", (int)LadderLevel.Week), ("programme.mode", (int)HeatingMode.Comfort), ("programme.setpoint", 19), ("mode", (int)HeatingMode.Comfort));
        scribe.Look(Valmont.BoilerOf("gw-ecole"));
        scribe.Look(Valmont.BoilerOf("gw-ecole"));
        Tell(site, ("programme.mode", (int)HeatingMode.Reduced), ("programme.setpoint", 16.5), ("mode", (int)HeatingMode.Reduced));
        Scribe(site).Look(Valmont.BoilerOf("gw-ecole"));
        Scribe(site).Look(Valmont.BoilerOf("gw-ecole"));

        Assert.Equal([("Comfort → 19 °C", "Comfort"), ("Reduced → 16.5 °C", "Reduced")], Lines(site, "plant.led").Select(line => (line.Asked, line.ReadBack)));
        Assert.All(Lines(site, "plant.led"), line => Assert.Equal(
            ("programme 12", "gateway gw-ecole", "ecole-jules-ferry", "valmont-sur-orne/gw-ecole/chaufferie/mode", "Week"), (line.By.Name, line.By.Channel, line.Site, line.Object, line.Outcome)));
        Assert.StartsWith("gateway 0.9.2, centre ", Lines(site, "plant.led")[0].Rules, StringComparison.Ordinal);
    }

    /// <summary>Whatever turns the controller is worth a line; a person's order is not the programme's doing.</summary>
    [Fact]
    public async Task Mode_TurnedBySomebody_IsWrittenWithoutAProgramme()
    {
        await using var site = new Site();
        Tell(site, ("programme.level", (int)LadderLevel.Local), ("mode", (int)HeatingMode.Manual));
        Scribe(site).Look(Valmont.BoilerOf("gw-ecole"));

        var line = Assert.Single(Lines(site, "plant.led"));
        Assert.Equal((Actor.Nobody, "", "Manual", "Local"), (line.By.Name, line.Asked, line.ReadBack, line.Outcome));
    }

    [Fact]
    public async Task Settings_KeptChangedOnSiteAndGivenBack_AndRuns()
    {
        await using var site = new Site();
        var scribe = Scribe(site);
        void Look(params (string, double)[] told)
        {
            Tell(site, told);
            scribe.Look(Valmont.BoilerOf("gw-ecole"));
        }

        Look(("programme.kept.curve.slope", (int)KeptState.None), ("curve.slope", 2.1));
        Assert.Empty(Lines(site, "plant.setting"));
        Look(("programme.kept.curve.slope", (int)KeptState.Kept), ("curve.slope", 1.8));
        Look(("programme.kept.curve.slope", (int)KeptState.ChangedOnSite), ("curve.slope", 1.5));
        Look(("programme.kept.curve.slope", (int)KeptState.None));
        Assert.Equal([("1.8", "Kept"), ("1.5", "ChangedOnSite"), ("1.5", "None")], Lines(site, "plant.setting").Select(line => (line.ReadBack, line.Outcome)));

        Look(("programme.hotwater.run", 0), ("programme.hotwater.run.end", 0));
        Look(("programme.hotwater.run", 1));
        Look(("programme.hotwater.run", 0), ("programme.hotwater.run.end", 2));
        Assert.Equal(["Running", "NotMet"], Lines(site, "plant.legionella").Select(line => line.Outcome));
    }

    /// <summary>Heard by itself, and read on the journal's page in people's words.</summary>
    [Fact]
    public async Task Live_AProgrammeTurns_ThePageOfTheJournalSaysSo()
    {
        await using var site = new Site();
        using var admin = await site.BrowserOfAsync("admin");
        Tell(site, ("programme.version", 12), ("programme.level", (int)LadderLevel.Closed), ("programme.mode", (int)HeatingMode.Frost), ("programme.setpoint", 8), ("mode", (int)HeatingMode.Reduced));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (Lines(site, "plant.led").Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }

        var page = Html.Text(await admin.GetStringAsync("/admin/journal?quoi=plant.led", Cancel));
        Assert.Contains("Mode suivi par l'automate", page, StringComparison.Ordinal);
        Assert.Contains("demandé : Hors-gel → 8 °C", page, StringComparison.Ordinal);
        Assert.Contains("fermeture", page, StringComparison.Ordinal);
    }

    private static PlantScribe Scribe(Site site) => new(site.Services.GetRequiredService<IJournal>(), site.Services.GetRequiredService<ITownRegistry>(), site.Values);

    private static void Tell(Site site, params (string Point, double Value)[] told)
    {
        foreach (var (point, value) in told)
        {
            site.Values.Tell("gw-ecole", point, value);
        }
    }

    private static IReadOnlyList<JournalLine> Lines(Site site, string action) => [.. site.Services.GetRequiredService<IJournal>().Read(new() { Action = action }).Reverse()];
}
