namespace Telemetry.EndToEnd.Tests;

/// <summary>kill -9 at any moment, start again: the history ends complete, without duplicates.</summary>
public sealed class KillTests
{
    private const double Speed = 20;
    private const string Meter = "gw-ecole/elec/energy.import";
    private static readonly DateTimeOffset Morning = new(2026, 1, 15, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sites = ["ecole", "gymnase", "mairie", "creche"];

    /// <summary>The gateways live on: what they measured while the victim was dead must all arrive.</summary>
    [Theory]
    [InlineData("dashboard")]
    [InlineData("broker")]
    public async Task Killed_CentreOrBroker_NothingMeasuredIsMissing(string victim)
    {
        await using var town = await Town.StartAsync(Morning, Speed);
        var history = new HistoryFile(town.HistoryFile);
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "samples arrive", () => File.Exists(town.HistoryFile) && history.Read(Meter).Count > 3);

        for (var round = 0; round < 3; round++)
        {
            town[victim].Kill();
            // Longer than the heartbeat: a loss would leave a hole that no later value hides.
            await PassAsync(town, TimeSpan.FromSeconds(6 + round));
            town[victim].Start();
            await Until.TrueAsync(TimeSpan.FromSeconds(60), $"samples arrive again after kill {round + 1} of {victim}", () => FlowsAsync(town, history));
        }

        await DrainAsync(town, history);
        var times = history.Read(Meter).Select(reading => reading.At).ToList();
        var hole = times.Zip(times.Skip(1)).Max(pair => pair.Second - pair.First);
        Assert.True(hole < TimeSpan.FromSeconds(100), $"A hole of {hole} in the town's time, where a value is due every minute at least.");
        Assert.Equal(0, history.Duplicates());
    }

    /// <summary>A gateway cannot measure while it is dead; what it had kept before must all arrive.</summary>
    [Fact]
    public async Task Killed_Gateway_WhatItKeptArrives()
    {
        await using var town = await Town.StartAsync(Morning, Speed);
        var history = new HistoryFile(town.HistoryFile);
        await Until.TrueAsync(TimeSpan.FromSeconds(60), "samples arrive", () => File.Exists(town.HistoryFile) && history.Read(Meter).Count > 3);

        for (var round = 0; round < 4; round++)
        {
            // Without its centre it can only keep; then it dies with all of that unsent.
            town["dashboard"].Kill();
            await PassAsync(town, TimeSpan.FromSeconds(2));
            town["gateway-ecole"].Kill();
            var kept = HistoryFile.Scalar(town.OutboxFile("ecole"), "SELECT MAX(seq) FROM batch");
            Assert.True(kept > history.Held("gw-ecole"), "The outbox kept nothing while the centre was away.");

            town["dashboard"].Start();
            town["gateway-ecole"].Start();
            await Until.TrueAsync(TimeSpan.FromSeconds(60), $"batch {kept} arrives after kill {round + 1}", () => history.Held("gw-ecole") >= kept);
        }

        await DrainAsync(town, history);
        Assert.Equal(0, history.Duplicates());
        var values = history.Read(Meter).Select(reading => reading.Value).ToList();
        Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second >= pair.First));
    }

    private static async Task<bool> FlowsAsync(Town town, HistoryFile history)
    {
        var newest = history.Read(Meter)[^1].At;
        await PassAsync(town, TimeSpan.FromSeconds(1));
        return history.Read(Meter)[^1].At > newest;
    }

    /// <summary>Stops the field, then waits until every gateway's outbox is confirmed to the last batch.</summary>
    private static async Task DrainAsync(Town town, HistoryFile history)
    {
        await PassAsync(town, TimeSpan.FromSeconds(2));
        foreach (var site in Sites)
        {
            var last = HistoryFile.Scalar(town.OutboxFile(site), "SELECT MAX(COALESCE((SELECT MAX(seq) FROM batch), 0), COALESCE((SELECT value FROM meta WHERE key = 'acknowledged'), 0))");
            await Until.TrueAsync(TimeSpan.FromSeconds(60), $"the outbox of {site} is confirmed up to {last}", () => history.Held($"gw-{site}") >= last);
        }
    }

    /// <summary>Lets real time pass while the processes live.</summary>
    private static Task PassAsync(Town town, TimeSpan time)
    {
        var until = TimeProvider.System.GetUtcNow() + time;
        return Until.TrueAsync(time + TimeSpan.FromSeconds(5), "time passes", () => town["town"].IsRunning && TimeProvider.System.GetUtcNow() >= until);
    }
}
