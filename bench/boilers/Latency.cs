using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Telemetry.Bench.Boilers;

/// <summary>Ten technicians order at all the boilers of a town, as fast as the interlocks let them; each order timed twice.</summary>
internal sealed class Latency(int gateways, int each, int orders)
{
    private const int People = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Ten writes a minute and gateway are allowed (S29): a little slower than that.</summary>
    private static readonly TimeSpan PerWrite = TimeSpan.FromSeconds(6.3);

    private readonly ConcurrentDictionary<string, (string Order, string Text)> _shown = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(long At, string Text)>> _awaited = new();
    private readonly ConcurrentBag<double> _onPage = [];
    private readonly ConcurrentBag<string> _troubles = [];
    private int _sent;

    internal async Task<int> RunAsync()
    {
        await using var stage = new Stage(gateways, each);
        for (var person = 0; person < People; person++)
        {
            await stage.AddTechnicianAsync($"technicien-{person}");
        }

        stage.Start("broker");
        stage.Start("centre");
        await UntilAsync(() => AnswersAsync(stage), "the centre answers");
        using var stop = new CancellationTokenSource();
        var people = Enumerable.Range(0, People).Select(person => new Technician(stage.Address, $"technicien-{person}")).ToList();
        foreach (var person in people)
        {
            await person.SignInAsync();
        }

        for (var gateway = 0; gateway < gateways; gateway++)
        {
            stage.Start(Stage.Gateway(gateway));
        }

        var following = people[0].FollowAsync(See, stop.Token);
        await UntilAsync(() => Task.FromResult(following.IsFaulted || _shown.Count == gateways * each), $"all {gateways * each} boiler rooms are shown", 180);
        Console.Error.WriteLine($"{_shown.Count} boiler rooms on the page; a minute of quiet");
        await Task.Delay(TimeSpan.FromSeconds(60));
        var (watch, before) = (Stopwatch.StartNew(), Use(stage));
        await Task.WhenAll(Enumerable.Range(0, gateways).Select(gateway => GatewayAsync(stage, gateway, people[gateway % People])));
        var spent = Use(stage).Zip(before).Select(pair => (pair.First.Name, Cpu: (pair.First.Cpu - pair.Second.Cpu) / watch.Elapsed.TotalSeconds * 100, pair.First.Mb)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(2));
        await stop.CancelAsync();
        var good = Tell(stage, watch.Elapsed, spent);
        people.ForEach(person => person.Dispose());
        return good ? 0 : 1;
    }

    private async Task GatewayAsync(Stage stage, int gateway, Technician person)
    {
        var random = new Random(gateway);
        await Task.Delay(random.Next(0, 6000));
        for (var round = 0; Interlocked.Add(ref _sent, 1) <= orders; round++)
        {
            var controller = stage.Controllers[(gateway * each) + (round % each)];
            var key = $"{Stage.Gateway(gateway)}/{controller.Name}";
            var writes = controller.Writes.Count;
            try
            {
                await OrderAsync(person, gateway, controller, key, 15 + (0.5 * (1 + (round / each) % 6)));
            }
            catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
            {
                _troubles.Add($"{key}: {trouble.Message}");
            }

            // Never in step with the polls.
            await Task.Delay((PerWrite * Math.Max(1, controller.Writes.Count - writes)) + TimeSpan.FromMilliseconds(random.Next(0, 1000)));
        }
    }

    private async Task OrderAsync(Technician person, int gateway, Controller controller, string key, double celsius)
    {
        if (await person.ReadOverAsync(Stage.Gateway(gateway), controller.Name, celsius) is not { } read)
        {
            _troubles.Add($"{key}: the page offers nothing to send");
            return;
        }

        var seen = _awaited[key] = new TaskCompletionSource<(long, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var known = _shown[key].Order;
        var (pressed, status) = await person.SendAsync(read);
        if (status != HttpStatusCode.OK)
        {
            _troubles.Add($"{key}: answered {status}");
            return;
        }

        if (await Task.WhenAny(seen.Task, Task.Delay(Patience)) != seen.Task)
        {
            _troubles.Add($"{key}: not on the page within {Patience.TotalSeconds} s (order before: {known}, shown: {_shown[key]})");
            return;
        }

        var (at, text) = await seen.Task;
        if (text.StartsWith("Applied", StringComparison.Ordinal))
        {
            _onPage.Add(Stopwatch.GetElapsedTime(pressed, at).TotalMilliseconds);
        }
        else
        {
            _troubles.Add($"{key}: {text}");
        }
    }

    private void See(string key, string order, string text, long at)
    {
        var before = _shown.GetValueOrDefault(key);
        _shown[key] = (order, text);
        if ((before.Order != order || before.Text != text) && (text.StartsWith("Applied", StringComparison.Ordinal) || text.StartsWith("Refused", StringComparison.Ordinal) || text.StartsWith("Not confirmed", StringComparison.Ordinal))
            && _awaited.TryGetValue(key, out var awaited))
        {
            awaited.TrySetResult((at, text));
        }
    }

    private bool Tell(Stage stage, TimeSpan elapsed, List<(string Name, double Cpu, double Mb)> spent)
    {
        // State 2 is « confirmed ». Both instants are of this machine's one clock: the centre's when it sends, the gateway's when it has read back.
        var readBack = stage.Rows(
            "SELECT reports.AtMs - orders.RequestedMs FROM reports JOIN orders ON orders.Id = reports.\"Order\" WHERE reports.State = 2 AND orders.Kind = 0",
            row => (double)row.GetInt64(0));
        Console.WriteLine($"{gateways * each} boilers on {gateways} gateways, {_onPage.Count} orders of {People} people in {elapsed.TotalSeconds:0} s, {_troubles.Count} troubles\n");
        Console.WriteLine("| what | orders | min ms | median ms | 99 % ms | max ms | goal |\n| --- | --- | --- | --- | --- | --- | --- |");
        var good = Row("order sent by the centre → read back from the device by the gateway", readBack, 300) & Row("« Send » pressed → « Applied » on the live stream", [.. _onPage], 500);
        Console.WriteLine("\n| process | CPU, % of a core | MB |\n| --- | --- | --- |");
        foreach (var group in spent.GroupBy(one => one.Name.StartsWith("gw-", StringComparison.Ordinal) ? $"{gateways} gateways" : one.Name))
        {
            Console.WriteLine($"| {group.Key} | {group.Sum(one => one.Cpu):0.0} | {group.Sum(one => one.Mb):0} |");
        }

        _troubles.Take(20).ToList().ForEach(Console.Error.WriteLine);
        return good && _troubles.IsEmpty;
    }

    private static bool Row(string what, List<double> times, double goal)
    {
        times.Sort();
        double At(double share) => times.Count == 0 ? double.NaN : times[Math.Min(times.Count - 1, (int)Math.Ceiling(times.Count * share) - 1 is var place && place < 0 ? 0 : place)];
        Console.WriteLine($"| {what} | {times.Count} | {At(0):0} | {At(0.5):0} | {At(0.99):0} | {At(1):0} | {goal:0} |");
        return At(0.99) < goal;
    }

    private List<(string Name, double Cpu, double Mb)> Use(Stage stage) =>
        [.. Enumerable.Range(0, gateways).Select(Stage.Gateway).Prepend("centre").Prepend("broker").Select(name => (name, stage.Use(name).Cpu, stage.Use(name).Mb))];

    internal static async Task<bool> AnswersAsync(Stage stage)
    {
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
            using var answer = await http.GetAsync(new Uri(stage.Address, "/connexion"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    internal static async Task UntilAsync(Func<Task<bool>> condition, string what, int seconds = 60)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed.TotalSeconds > seconds)
            {
                throw new TimeoutException($"Not within {seconds} s: {what}.");
            }

            await Task.Delay(100);
        }
    }
}
