using System.Diagnostics;
using Telemetry.Gateway.Outbox;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Bench.Uplink;

/// <summary>Fills an outbox with an outage, connects the gateway to its centre, and watches both the backlog and the present arrive.</summary>
internal sealed class Backlog(double hours, int points)
{
    private const int Devices = 20;
    private const int PeriodSeconds = 10;

    internal async Task<int> RunAsync()
    {
        var ofDevice = points / Devices;
        using var field = new Field();
        using var plant = new Plant(field, Devices, ofDevice, PeriodSeconds);
        var (batches, samples) = Seed(plant, ofDevice);
        Console.WriteLine($"outage: {hours} h of {points} points at {PeriodSeconds} s: {samples:N0} samples in {batches:N0} batches, outbox {Size(plant.Outbox):N0} MB ({Size(plant.Outbox) * 1048576 / samples:0.0} bytes a sample)");
        plant.Start("broker");
        plant.Start("centre");
        if (!await plant.IsReadyAsync("centre", TimeSpan.FromSeconds(60)))
        {
            Console.Error.WriteLine(plant.Log("centre"));
            return 1;
        }

        var cpu = plant.Use("centre").Cpu;
        plant.Start("gateway");
        await plant.IsReadyAsync("gateway", TimeSpan.FromSeconds(60));
        var watch = Stopwatch.StartNew();
        using var disk = new DiskProbe(Path.GetDirectoryName(plant.History)!, watch);
        var ages = await DrainAsync(plant, batches, watch, TimeSpan.FromHours(hours / 100));
        var took = watch.Elapsed;
        disk.Dispose();
        ages.Sort();
        var stored = Plant.Scalar<long>(plant.History, "SELECT COUNT(*) FROM samples JOIN points ON points.id = point WHERE device <> 'probe'");
        Console.WriteLine($"drained in {took.TotalSeconds:0.0} s: {samples / took.TotalSeconds:N0} samples/s, {hours * 3600 / took.TotalSeconds:N0} times real time; a 30-day outage would take {30 * 24 / hours * took.TotalMinutes:0} min");
        Console.WriteLine($"live meanwhile ({ages.Count} looks): age of the newest value in the history, median {ages[ages.Count / 2]:0.00} s, 99 % under {ages[(int)(ages.Count * 0.99)]:0.00} s, oldest {ages[^1]:0.00} s");
        Console.WriteLine($"gateway {plant.Use("gateway").Cpu:0.0} s CPU, {plant.Use("gateway").RssMB:0} MB; centre {plant.Use("centre").Cpu - cpu:0.0} s CPU, {plant.Use("centre").RssMB:0} MB, history {Size(plant.History):N0} MB; broker {plant.Use("broker").Cpu:0.0} s CPU");
        Console.WriteLine($"the disk itself meanwhile: {disk.Looks} writes of 4 KB with fsync, longest {disk.Longest.Took.TotalMilliseconds:0} ms at {disk.Longest.At.TotalSeconds:0.0} s");
        var good = stored >= samples && ages[^1] < 2 && hours * 3600 / took.TotalSeconds >= 100;
        Console.WriteLine(good ? "goal met" : $"GOAL MISSED (stored {stored:N0} of {samples:N0})\n{string.Join('\n', plant.Log("gateway").Split('\n').TakeLast(12))}\n{string.Join('\n', plant.Log("centre").Split('\n').TakeLast(12))}");
        return good ? 0 : 1;
    }

    private static async Task<List<double>> DrainAsync(Plant plant, long batches, Stopwatch watch, TimeSpan limit)
    {
        var ages = new List<double>();
        var said = TimeSpan.Zero;
        while (watch.Elapsed < limit)
        {
            await Task.Delay(100);
            var held = Plant.Scalar<long>(plant.History, "SELECT COALESCE(MAX(held), 0) FROM outboxes");
            var newest = Plant.Scalar<long>(plant.History, "SELECT COALESCE(MAX(ms), 0) FROM samples WHERE point = (SELECT id FROM points WHERE device = 'probe' AND name = 'count')");
            // From the first live value on; the processes need a moment to meet.
            if (newest > 0)
            {
                var age = (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - newest) / 1000.0;
                ages.Add(age);
                if (age >= 2)
                {
                    Console.WriteLine($"  {watch.Elapsed.TotalSeconds,6:0.0} s: newest live value {age:0.00} s old");
                }
            }

            if (watch.Elapsed - said > TimeSpan.FromSeconds(5))
            {
                said = watch.Elapsed;
                Console.WriteLine($"  {said.TotalSeconds,4:0} s: {held,9:N0} of {batches:N0} batches, newest live value {(ages.Count > 0 ? ages[^1] : double.NaN):0.00} s old");
            }

            if (held >= batches)
            {
                break;
            }
        }

        return ages;
    }

    private (long Batches, long Samples) Seed(Plant plant, int ofDevice)
    {
        var outbox = OutboxFile.Open(plant.Outbox, Plant.Municipality, Plant.Gateway, new OutboxLimits(), out _);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var random = new Random(1);
        var cycles = (long)(hours * 3600 / PeriodSeconds);
        var samples = 0L;
        for (var cycle = 0L; cycle < cycles; cycle += 60)
        {
            var batches = new List<OutboxBatch>();
            for (var step = cycle; step < Math.Min(cycles, cycle + 60); step++)
            {
                var at = now.AddSeconds((step - cycles) * PeriodSeconds);
                for (var device = 1; device <= Devices; device++)
                {
                    var equipment = new EquipmentId(Plant.Municipality, Plant.Gateway, $"meter-{device}");
                    var measured = at.AddMilliseconds(device * 40);
                    batches.Add(new OutboxBatch
                    {
                        Device = equipment.Device,
                        KeptAt = measured,
                        Samples = [.. Enumerable.Range(0, ofDevice).Select(point => new Sample(
                            new PointId(equipment, $"value.p{point}"), measured, Math.Round(20 + (random.NextDouble() * 5), 2), Quality.Good))],
                    });
                    samples += ofDevice;
                }
            }

            outbox.Append(batches);
        }

        var last = outbox.Last;
        outbox.Dispose();
        return (last, samples);
    }

    private static double Size(string file) => new FileInfo(file).Length / 1048576.0;
}
