using System.Diagnostics;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Tests.Control.Histories;

// orders-bench SEQUENCES EVENTS FIRST-SEED ROOT [bite] : random histories of a boiler room against the real desk; 0 when none reaches a forbidden write.
var (sequences, events, first, root) = (int.Parse(args[0]), int.Parse(args[1]), int.Parse(args[2]), args[3]);
var school = Installation.Load(Path.Combine(root, "sites/demo/ecole.yaml"), Path.Combine(root, "devices"), _ => null).Value!
    .Devices.First(device => device.Equipment.Id.Device == "chaufferie");
if (args is [_, _, _, _, "bite"])
{
    return Telemetry.Bench.Orders.Bite.Run(sequences, events, first, school);
}

long orders = 0, writes = 0, deaths = 0, wrong = 0, done = 0;
var watch = Stopwatch.StartNew();
Parallel.For(first, first + sequences, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
{
    using var history = new History(seed, school, ControlFile.Open(":memory:", out _));
    var wrongs = history.Live(events);
    if (wrongs.Count > 0 && System.Threading.Interlocked.Increment(ref wrong) <= 20)
    {
        Console.Error.WriteLine($"seed {seed}: {string.Join("; ", wrongs)}");
    }

    System.Threading.Interlocked.Add(ref orders, history.Orders);
    System.Threading.Interlocked.Add(ref writes, history.Writes);
    System.Threading.Interlocked.Add(ref deaths, history.Deaths);
    if (System.Threading.Interlocked.Increment(ref done) % 10_000 == 0)
    {
        Console.Error.WriteLine($"{done} in {watch.Elapsed.TotalSeconds:0} s, {wrong} wrong");
    }
});
Console.WriteLine("| sequences | events each | orders | writes at the device | deaths of the gateway | forbidden, lost, late or twice | s |\n| --- | --- | --- | --- | --- | --- | --- |");
Console.WriteLine($"| {sequences} | {events} | {orders} | {writes} | {deaths} | {wrong} | {watch.Elapsed.TotalSeconds:0} |");
return wrong == 0 ? 0 : 1;
