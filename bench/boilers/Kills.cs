using System.Diagnostics;

namespace Telemetry.Bench.Boilers;

/// <summary>
/// kill -9 of a gateway, the centre or both a moment after somebody pressed « Send ». Each order asks a value of its own, so that the controller's own book of writes
/// tells how often and when it was executed; at its end it must have been executed once or never, as its story says, never after its expiry.
/// </summary>
internal sealed class Kills(int kills, int seed)
{
    private const int Gateways = 8;
    private const int Each = 6;
    private const int Confirmed = 2;
    private static readonly int[] Over = [Confirmed, 3, 4, 5, 6, 7, 9, 10];
    private readonly List<Trial> _trials = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, int> _killed = [];
    private readonly Dictionary<string, int> _ends = [];

    /// <summary>One order and what it was sent into.</summary>
    private sealed record Trial(Controller Controller, string Gateway, double Celsius, DateTimeOffset At, string Victims);

    internal async Task<int> RunAsync()
    {
        var random = new Random(seed);
        await using var stage = new Stage(Gateways, Each);
        foreach (var name in Enumerable.Range(0, Gateways).Select(Stage.Gateway).Prepend("centre").Prepend("broker"))
        {
            stage.Start(name);
        }

        await Latency.UntilAsync(() => Latency.AnswersAsync(stage), "the centre answers");
        using var person = new Technician(stage.Address, "technicien");
        await person.SignInAsync();
        var (watch, done) = (Stopwatch.StartNew(), 0);
        var free = new Queue<Controller>(stage.Controllers);
        var busy = new List<Trial>();
        while (done < kills && _faults.Count == 0)
        {
            if (free.TryDequeue(out var controller))
            {
                var trial = await OrderAndKillAsync(stage, person, controller, random);
                if (trial is null)
                {
                    free.Enqueue(controller);
                    await Task.Delay(200);
                }
                else
                {
                    done += trial.Victims.Split('+').Length;
                    busy.Add(trial);
                }
            }
            else
            {
                await Task.Delay(200);
            }

            foreach (var over in busy.Where(trial => IsOver(stage, trial)).ToList())
            {
                busy.Remove(over);
                Judge(stage, over);
                free.Enqueue(over.Controller);
            }

            if (_trials.Count % 25 == 0 && _trials.Count > 0)
            {
                Console.Error.WriteLine($"  {watch.Elapsed.TotalSeconds,4:0} s: {done} kills, {_trials.Count} orders judged, {_faults.Count} faults");
            }
        }

        await Latency.UntilAsync(() => Task.FromResult(busy.TrueForAll(trial => IsOver(stage, trial))), "every order has an end", 180);
        busy.ForEach(trial => Judge(stage, trial));
        Console.WriteLine($"{done} kills ({string.Join(", ", _killed.Select(pair => $"{pair.Value} {pair.Key}"))}) in the middle of {_trials.Count} orders in {watch.Elapsed.TotalSeconds:0} s: {string.Join(", ", _ends.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}; {_faults.Count} lost, late or doubled");
        _faults.Take(20).ToList().ForEach(Console.WriteLine);
        return _faults.Count == 0 ? 0 : 1;
    }

    private async Task<Trial?> OrderAndKillAsync(Stage stage, Technician person, Controller controller, Random random)
    {
        var gateway = Stage.Gateway(controller.Number / Each);
        // Another value than the one that is there.
        var celsius = 11 + (0.5 * random.Next(0, 15));
        celsius += Math.Abs(celsius - controller.SetpointC) < 0.01 ? 0.5 : 0;
        (string, Dictionary<string, string>)? read = null;
        try
        {
            read = await person.ReadOverAsync(gateway, controller.Name, celsius);
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            // The centre is still starting.
        }

        if (read is not { } ready)
        {
            return null;
        }

        string[] victims = random.Next(10) switch { < 6 => [gateway], < 9 => ["centre"], _ => [gateway, "centre"] };
        var trial = new Trial(controller, gateway, celsius, DateTimeOffset.UtcNow, string.Join('+', victims));
        var sending = SendAsync(person, ready);
        await Task.Delay(random.Next(0, 450));
        foreach (var victim in victims)
        {
            stage.Kill(victim);
            _killed[victim == "centre" ? "centre" : "gateway"] = _killed.GetValueOrDefault(victim == "centre" ? "centre" : "gateway") + 1;
        }

        await sending;
        await Task.Delay(random.Next(0, 400));
        foreach (var victim in victims)
        {
            stage.Start(victim);
        }

        return trial;
    }

    private static async Task SendAsync(Technician person, (string, Dictionary<string, string>) read)
    {
        try
        {
            await person.SendAsync(read);
        }
        catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException or IOException)
        {
            // The centre died under it: whether the order exists stands in its books.
        }
    }

    /// <summary>The order as the centre knows it; null while or where it knows none.</summary>
    private static (Guid Id, long Requested, long Expires, List<int> States)? Story(Stage stage, Trial trial)
    {
        var orders = stage.Rows(
            $"SELECT Id, RequestedMs, ExpiresMs FROM orders WHERE Gateway = '{trial.Gateway}' AND Device = '{trial.Controller.Name}' AND RequestedMs >= {trial.At.ToUnixTimeMilliseconds()} ORDER BY RequestedMs",
            row => (row.GetGuid(0), row.GetInt64(1), row.GetInt64(2), row.GetString(0)));
        return orders.Count == 0 ? null : (orders[0].Item1, orders[0].Item2, orders[0].Item3,
            stage.Rows($"SELECT State FROM reports WHERE \"Order\" = '{orders[0].Item4}'", row => row.GetInt32(0)));
    }

    private static bool IsOver(Stage stage, Trial trial) =>
        stage.Runs("centre") && stage.Runs(trial.Gateway) && DateTimeOffset.UtcNow - trial.At is var age
        && (Story(stage, trial) is { } story ? story.States.Exists(state => Over.Contains(state)) && age > TimeSpan.FromSeconds(5) : age > TimeSpan.FromSeconds(15));

    private void Judge(Stage stage, Trial trial)
    {
        _trials.Add(trial);
        var raw = (int)Math.Round(trial.Celsius * 10);
        var taken = trial.Controller.Writes.Where(write => write.At >= trial.At && !write.Coil && write.Address == trial.Controller.Setpoint && write.Value == raw).ToList();
        if (Story(stage, trial) is not { } story)
        {
            End("never sent", taken.Count == 0 ? null : $"{trial}: the centre knows no such order, the controller was written {taken.Count} times");
            return;
        }

        var confirmed = story.States.Exists(state => state is Confirmed or 9 or 10);
        var name = confirmed ? "confirmed" : story.States.Contains(4) ? "refused" : story.States.Contains(5) ? "unconfirmed" : story.States.Contains(6) ? "expired" : "other";
        var late = taken.Where(write => write.At.ToUnixTimeMilliseconds() > story.Expires).ToList();
        End(name,
            taken.Count > 1 ? $"{trial}: executed {taken.Count} times: {string.Join(", ", taken)}"
            : late.Count > 0 ? $"{trial}: executed late"
            : confirmed && (taken.Count != 1 || Math.Abs(trial.Controller.SetpointC - trial.Celsius) > 0.01) ? $"{trial}: confirmed, written {taken.Count} times, the controller holds {trial.Controller.SetpointC}"
            : !confirmed && taken.Count > 0 && Math.Abs(trial.Controller.SetpointC - trial.Celsius) < 0.01 ? $"{trial}: told as {name}, and yet in force"
            : null);
    }

    private void End(string name, string? fault)
    {
        _ends[name] = _ends.GetValueOrDefault(name) + 1;
        if (fault is not null)
        {
            _faults.Add(fault);
        }
    }
}
