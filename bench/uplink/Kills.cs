using Microsoft.Data.Sqlite;
using Telemetry.Gateway.Outbox;
using Telemetry.Model.Sites;

namespace Telemetry.Bench.Uplink;

/// <summary>
/// Kills gateway, broker and centre at random moments under load. After each kill: what the gateway was told is held must be held. At the end: every
/// batch ever seen in the outbox is in the history with each of its values, nothing stands twice, and the counter has no gap but where the gateway was dead.
/// </summary>
internal sealed class Kills(int rounds, int seed)
{
    private const int Devices = 10;
    private const int BetweenPauses = 5;
    private static readonly string[] Victims = ["gateway", "broker", "centre"];
    private readonly Dictionary<(string Device, string Point, long Ms), double> _kept = [];
    private readonly Dictionary<string, int> _killed = [];
    private readonly List<string> _faults = [];
    private long _seen;

    internal async Task<int> RunAsync()
    {
        var random = new Random(seed);
        using var field = new Field();
        using var plant = new Plant(field, Devices, 20, 0.5);
        foreach (var name in (string[])["broker", "centre", "gateway"])
        {
            plant.Start(name);
        }

        await UntilAsync(() => File.Exists(plant.History) && Held(plant) > 3, 60, "the first batches arrive");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var round = 1; round <= rounds && _faults.Count == 0; round++)
        {
            await Task.Delay(random.Next(50, 1_500));
            var victim = Victims[random.Next(Victims.Length)];
            plant.Kill(victim);
            _killed[victim] = _killed.GetValueOrDefault(victim) + 1;
            Look(plant, $"kill {round} ({victim})");
            await Task.Delay(random.Next(0, 600));
            plant.Start(victim);
            if (round % BetweenPauses == 0)
            {
                // On a busy machine three starts can take longer than the kills leave: now and then all three are given the time to meet.
                var held = Held(plant);
                await UntilAsync(() => Held(plant) > held, 60, $"something arrives after kill {round}");
            }

            if (round % 25 == 0)
            {
                Console.WriteLine($"  {watch.Elapsed.TotalSeconds,4:0} s: {round} kills, {_kept.Count:N0} values seen in the outbox, {Held(plant):N0} batches held");
            }
        }

        await SettleAsync(plant);
        Account(plant);
        Console.WriteLine($"{_killed.Values.Sum()} kills ({string.Join(", ", _killed.Select(pair => $"{pair.Value} {pair.Key}"))}) in {watch.Elapsed.TotalSeconds:0} s, {_kept.Count:N0} values checked one by one, {_faults.Count} faults");
        _faults.Take(20).ToList().ForEach(Console.WriteLine);
        return _faults.Count == 0 ? 0 : 1;
    }

    /// <summary>With one of them dead: no batch is forgotten by the gateway that the centre does not hold.</summary>
    private void Look(Plant plant, string when)
    {
        // The gateway first: what it has forgotten by now, the centre must hold by now or later.
        var acknowledged = Plant.Scalar<long>(plant.Outbox, "SELECT COALESCE((SELECT value FROM meta WHERE key = 'acknowledged'), 0)");
        Remember(plant);
        if (Held(plant) is var held && held < acknowledged)
        {
            _faults.Add($"{when}: the gateway forgot up to {acknowledged}, the centre holds only up to {held}.");
        }
    }

    private void Remember(Plant plant)
    {
        using var connection = new SqliteConnection($"Data Source={plant.Outbox};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        var names = new Dictionary<int, string>();
        using (var command = new SqliteCommand("SELECT id, name FROM name", connection))
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                names[rows.GetInt32(0)] = rows.GetString(1);
            }
        }

        using var batches = new SqliteCommand($"SELECT seq, device, body FROM batch WHERE seq > {_seen} ORDER BY seq", connection);
        using var batch = batches.ExecuteReader();
        while (batch.Read())
        {
            _seen = batch.GetInt64(0);
            var equipment = new EquipmentId(Plant.Municipality, Plant.Gateway, batch.GetString(1));
            foreach (var sample in BatchCodec.Decode(_seen, equipment, default, batch.GetFieldValue<byte[]>(2), id => names[id]).Samples)
            {
                _kept[(equipment.Device, sample.Point.Name, sample.At.ToUnixTimeMilliseconds())] = sample.Value;
            }
        }
    }

    private async Task SettleAsync(Plant plant)
    {
        var target = Plant.Scalar<long>(plant.Outbox, "SELECT MAX(COALESCE((SELECT MAX(seq) FROM batch), 0), COALESCE((SELECT value FROM meta WHERE key = 'acknowledged'), 0))");
        await UntilAsync(() => Held(plant) >= target, 120, $"batch {target} arrives after the last kill");
        Look(plant, "the end");
    }

    private void Account(Plant plant)
    {
        using var connection = new SqliteConnection($"Data Source={plant.History};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = new SqliteCommand("SELECT device, name, ms, value FROM samples JOIN points ON points.id = samples.point ORDER BY device, name, ms", connection);
        using var rows = command.ExecuteReader();
        var history = new Dictionary<(string, string, long), double>();
        var (point, last) = (("", ""), double.NaN);
        while (rows.Read())
        {
            var value = rows.IsDBNull(3) ? double.NaN : rows.GetDouble(3);
            if (!history.TryAdd((rows.GetString(0), rows.GetString(1), rows.GetInt64(2)), value))
            {
                _faults.Add($"{rows.GetString(0)}/{rows.GetString(1)} at {rows.GetInt64(2)} stands twice.");
            }

            var now = (rows.GetString(0), rows.GetString(1));
            // Every read counts one further: the same number again would be one measurement kept twice.
            if (now == point && value <= last)
            {
                _faults.Add($"{now} at {rows.GetInt64(2)}: {value} after {last}.");
            }

            (point, last) = (now, double.IsNaN(value) && now == point ? last : value);
        }

        foreach (var (key, value) in _kept)
        {
            if (!history.TryGetValue(key, out var there) || !there.Equals(value))
            {
                _faults.Add($"{key}: kept as {value} in the outbox, {(history.ContainsKey(key) ? there : "nothing")} in the history.");
            }
        }
    }

    private static long Held(Plant plant) => Plant.Scalar<long>(plant.History, "SELECT COALESCE(MAX(held), 0) FROM outboxes");

    private async Task UntilAsync(Func<bool> condition, int seconds, string what)
    {
        for (var wait = 0; wait < seconds * 10; wait++)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(100);
        }

        _faults.Add($"Not within {seconds} s: {what}.");
    }
}
