using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>kill -9 of the centre in the middle of a group: nothing leaves later or twice, what was left out is said, and asked again with one button.</summary>
public sealed class GroupRestartTests
{
    [Fact]
    public async Task Killed_CentreMidGroup_TellsWhatWasNotDone_AndItIsAskedAgain()
    {
        await using var town = await Town.StartAsync();
        await using var visit = await Visit.StartAsync(town.Address, width: 360);
        await visit.SignInAsync("technicien");
        var registry = Path.Combine(town.Folder, "dashboard", "registry.db");
        long Orders() => HistoryFile.Scalar(registry, "SELECT COUNT(*) FROM orders WHERE Kind = 2");
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "the four boiler rooms can be steered", async () =>
        {
            await visit.Page.GotoAsync(town.Address + "/chaufferies/groupe?Form.Mode=Frost&Form.Fin=2h&Form.Motif=essai"
                + string.Concat(new[] { "ecole", "gymnase", "mairie", "creche" }.Select(site => $"&Salles=gw-{site}/chaufferie")));
            return await visit.Page.GetByText("dans 4 des 4 chaufferies").CountAsync() == 1;
        });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/groupe?lot=*", new() { WaitUntil = WaitUntilState.Commit });
        var follow = visit.Page.Url;
        await Until.TrueAsync(TimeSpan.FromSeconds(30), "two orders left", () => Orders() == 2);

        town["dashboard"].Kill();
        town["dashboard"].Start();
        await town["dashboard"].ReadyAsync();

        await visit.Page.GotoAsync(follow);
        Assert.Contains("Interrompu : le centre a été redémarré.", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(2, await visit.Page.GetByText("non fait : le centre a été redémarré").CountAsync());
        // The one on its way when the centre died was taken by its gateway, or is dead two minutes later.
        await Until.TrueAsync(TimeSpan.FromMinutes(3), "what had left has its end", async () =>
        {
            await visit.Page.GotoAsync(follow);
            return await visit.Page.GetByText("confirmé, relu dans l'automate").CountAsync() + await visit.Page.GetByText("échec : ").CountAsync() == 2;
        });
        Assert.Equal(2, Orders());

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Redemander ce qui n'est pas parti" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/groupe?reprise=*", new() { WaitUntil = WaitUntilState.Commit });
        await Until.TrueAsync(TimeSpan.FromSeconds(30), "the rest can be sent", async () =>
        {
            await visit.Page.ReloadAsync();
            return await visit.Page.GetByText("dans 2 des 2 chaufferies").CountAsync() == 1;
        });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/groupe?lot=*", new() { WaitUntil = WaitUntilState.Commit });
        var rest = visit.Page.Url;
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "the rest is confirmed", async () =>
        {
            await visit.Page.GotoAsync(rest);
            return await visit.Page.GetByText("confirmé, relu dans l'automate").CountAsync() == 2;
        });

        // Each boiler room had one order, and the journal says of the two left out that they were.
        Assert.Equal((4, 4), (Orders(), HistoryFile.Scalar(registry, "SELECT COUNT(DISTINCT Gateway) FROM orders WHERE Kind = 2")));
        Assert.Equal(2, HistoryFile.Scalar(Path.Combine(town.Folder, "dashboard", "journal.db"), "SELECT COUNT(*) FROM lines WHERE Action = 'group.unsent' AND Outcome = 'restarted'"));
    }
}
