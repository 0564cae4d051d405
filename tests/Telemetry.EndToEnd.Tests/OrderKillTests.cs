using System.Globalization;
using Microsoft.Playwright;

namespace Telemetry.EndToEnd.Tests;

/// <summary>kill -9 in the middle of an order: it is executed once or never, and whoever asked is told which. A thousand of them: <c>bench/boilers/run kills</c>.</summary>
public sealed class OrderKillTests
{
    /// <summary>As the centre's books number them: « confirmed », « effect seen », « no effect ».</summary>
    private const string InForce = "2, 9, 10";

    [Fact]
    public async Task Killed_GatewayOrCentreMidOrder_OnceOrNever_AndToldWhich()
    {
        await using var town = await Town.StartAsync();
        await using var visit = await Visit.StartAsync(town.Address, width: 360);
        await visit.SignInAsync("technicien");
        var registry = Path.Combine(town.Folder, "dashboard", "registry.db");
        string[] victims = ["gateway-ecole", "dashboard", "gateway-ecole"];
        for (var round = 0; round < victims.Length; round++)
        {
            var celsius = 17 + (0.5 * round);
            await ReadOverAsync(visit.Page, town.Address, celsius);
            var sent = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
            // A little later each time: before, amid and after the words with the controller.
            await Task.Delay(TimeSpan.FromMilliseconds(60 + (110 * round)), TimeProvider.System, TestContext.Current.CancellationToken);
            town[victims[round]].Kill();
            town[victims[round]].Start();
            await town[victims[round]].ReadyAsync();
            await sent.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);

            var order = $"(SELECT Id FROM orders WHERE Value = {celsius.ToString(CultureInfo.InvariantCulture)})";
            await Until.TrueAsync(TimeSpan.FromMinutes(3), $"the order for {celsius} of round {round + 1} has an end", () =>
                HistoryFile.Scalar(registry, $"SELECT COUNT(*) FROM reports WHERE \"Order\" = {order} AND State NOT IN (0, 1, 8)") > 0
                || HistoryFile.Scalar(registry, $"SELECT COUNT(*) FROM orders WHERE Id = {order}") == 0);

            // Checked stands once for each execution; the controller holds the value exactly where the story says so.
            Assert.True(HistoryFile.Scalar(registry, $"SELECT COUNT(*) FROM reports WHERE \"Order\" = {order} AND State = 1") <= 1, $"Round {round + 1}: executed twice.");
            var told = HistoryFile.Scalar(registry, $"SELECT COUNT(*) FROM reports WHERE \"Order\" = {order} AND State IN ({InForce})") > 0;
            await Until.TrueAsync(TimeSpan.FromSeconds(20), $"round {round + 1}: told as in force: {told}, and the controller agrees", async () => await SetpointAsync(town) == celsius == told);
        }
    }

    private static async Task ReadOverAsync(IPage page, string address, double celsius)
    {
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "the school can be steered", async () =>
        {
            await page.GotoAsync(address + string.Create(CultureInfo.InvariantCulture, $"/chaufferies/gw-ecole/chaufferie/relire?Form.Valeur={celsius:0.0}&Form.Fin=1h&Form.Motif=essai"));
            return await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).CountAsync() == 1;
        });
    }

    /// <summary>The controller's comfort set point, read as anybody would: holding register 1002, tenths of a degree.</summary>
    private static async Task<double> SetpointAsync(Town town)
    {
        var said = await Foreign.RunAsync("mbpoll", ["-m", "tcp", "-p", town.EcoleModbus.Split(':')[1], "-a", "1", "-0", "-1", "-q", "-t", "4", "-r", "1002", "127.0.0.1"]);
        var line = said.Split('\n').First(text => text.StartsWith("[1002]", StringComparison.Ordinal));
        return int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture) / 10.0;
    }
}
