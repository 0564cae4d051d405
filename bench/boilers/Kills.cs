using System.Diagnostics;

namespace Telemetry.Bench.Boilers;

/// <summary>
/// kill -9 of a gateway, the centre or both a moment after somebody pressed « Send ». Each order asks a value of its own, so that the controller's own book of writes
/// tells how often and when it was executed; at its end it must have been executed once or never, as its story says, never after its expiry.
/// </summary>
internal sealed class Kills(int kills, int seed)
{
    private const int Gateways = 24;
    private const int Each = 4;

    /// <summary>Orders sent at once, each by a person of its own to a gateway of its own: the one that rested longest, for ten writes a minute is what it allows (S29).</summary>
    private const int AtOnce = 8;

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
        for (var person = 0; person < AtOnce; person++)
        {
            await stage.AddTechnicianAsync($"technicien-{person}");
        }

        stage.Start("broker");
        stage.Start("centre");
        await Latency.UntilAsync(() => Latency.AnswersAsync(stage), "the centre answers", 180);
        foreach (var name in Enumerable.Range(0, Gateways).Select(Stage.Gateway))
        {
            stage.Start(name);
        }

        var people = Enumerable.Range(0, AtOnce).Select(person => new Technician(stage.Address, $"technicien-{person}")).ToList();
        foreach (var person in people)
        {
            await person.SignInAsync();
        }

        var (watch, said, done) = (Stopwatch.StartNew(), 0, 0);
        var free = Enumerable.Range(0, Gateways).ToDictionary(gateway => gateway, gateway => new Queue<Controller>(stage.Controllers.Where(one => one.Number / Each == gateway)));
        var rested = Enumerable.Range(0, Gateways).ToList();
        var busy = new List<Trial>();
        while (done < kills && _faults.Count == 0)
        {
            var chosen = rested.Where(gateway => free[gateway].Count > 0).Take(AtOnce).ToList();
            rested = [.. rested.Except(chosen), .. chosen];
            var ready = new List<(Trial Trial, Technician Person, (string, Dictionary<string, string>) Read)>();
            foreach (var (gateway, place) in chosen.Select((gateway, place) => (gateway, place)))
            {
                var controller = free[gateway].Dequeue();
                if (await ReadOverAsync(people[place], controller, Stage.Gateway(gateway), random) is { } one)
                {
                    ready.Add((one.Trial, people[place], one.Read));
                }
                else
                {
                    free[gateway].Enqueue(controller);
                }
            }

            if (ready.Count == 0)
            {
                await Task.Delay(200);
            }
            else
            {
                var (trials, killed) = await SendAndKillAsync(stage, ready, random);
                done += killed;
                busy.AddRange(trials);
            }

            foreach (var over in busy.Where(trial => IsOver(stage, trial)).ToList())
            {
                busy.Remove(over);
                Judge(stage, over);
                free[over.Controller.Number / Each].Enqueue(over.Controller);
            }

            if (done >= said + 25)
            {
                said = done;
                Console.Error.WriteLine($"  {watch.Elapsed.TotalSeconds,4:0} s: {done} kills, {_trials.Count} orders judged, {_faults.Count} faults");
            }
        }

        await Latency.UntilAsync(() => Task.FromResult(busy.TrueForAll(trial => IsOver(stage, trial))), "every order has an end", 180);
        busy.ForEach(trial => Judge(stage, trial));
        people.ForEach(person => person.Dispose());
        Console.WriteLine($"{done} kills ({string.Join(", ", _killed.Select(pair => $"{pair.Value} {pair.Key}"))}) in the middle of {_trials.Count} orders in {watch.Elapsed.TotalSeconds:0} s: {string.Join(", ", _ends.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"))}; {_faults.Count} lost, late or doubled");
        _faults.Take(20).ToList().ForEach(Console.WriteLine);
        if (_faults.Count > 0)
        {
            stage.Keep = true;
            Console.WriteLine($"Logs and books: {stage.Folder}");
        }

        return _faults.Count == 0 ? 0 : 1;
    }

    private static async Task<(Trial Trial, (string, Dictionary<string, string>) Read)?> ReadOverAsync(Technician person, Controller controller, string gateway, Random random)
    {
        // Another value than the one that is there.
        var celsius = 11 + (0.5 * random.Next(0, 15));
        celsius += Math.Abs(celsius - controller.SetpointC) < 0.01 ? 0.5 : 0;
        try
        {
            return await person.ReadOverAsync(gateway, controller.Name, celsius) is { } read ? (new Trial(controller, gateway, celsius, DateTimeOffset.UtcNow, ""), read) : null;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            // The centre is still starting.
            return null;
        }
    }

    /// <summary>All send; of their gateways and the centre some die, each a moment of its own later, and come back.</summary>
    private async Task<(List<Trial> Trials, int Killed)> SendAndKillAsync(
        Stage stage, List<(Trial Trial, Technician Person, (string, Dictionary<string, string>) Read)> ready, Random random)
    {
        var victims = ready.Select(one => one.Trial.Gateway).Where(_ => random.Next(10) < 7).ToList();
        if (random.Next(10) < 4 || victims.Count == 0)
        {
            victims.Add("centre");
        }

        var at = DateTimeOffset.UtcNow;
        var sending = ready.Select(one => SendAsync(one.Person, one.Read)).ToList();
        await Task.WhenAll(victims.Select(victim => (Victim: victim, After: random.Next(0, 450), Away: random.Next(0, 400))).ToList().Select(async one =>
        {
            await Task.Delay(one.After);
            stage.Kill(one.Victim);
            await Task.Delay(one.Away);
            stage.Start(one.Victim);
        }));
        await Task.WhenAll(sending);
        foreach (var victim in victims)
        {
            _killed[victim == "centre" ? "centre" : "gateway"] = _killed.GetValueOrDefault(victim == "centre" ? "centre" : "gateway") + 1;
        }

        return ([.. ready.Select(one => one.Trial with { At = at, Victims = string.Join('+', victims.Where(victim => victim == "centre" || victim == one.Trial.Gateway)) })], victims.Count);
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
