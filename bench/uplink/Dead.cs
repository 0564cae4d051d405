using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Telemetry.Bench.Uplink;

/// <summary>Many devices, some of them dead: what the dead cost the others, seen from the devices' side, at each request that reaches them.</summary>
/// <param name="lines">TCP endpoints, the devices shared out among them.</param>
/// <param name="devices">All of them.</param>
/// <param name="dead">How many never answer, shared out likewise.</param>
internal sealed class Dead(int lines, int devices, int dead)
{
    private const int PeriodSeconds = 5;
    private readonly ConcurrentDictionary<(int Line, byte Unit), ConcurrentQueue<long>> _asked = new();

    internal async Task<bool> RunAsync(int warmUp, int seconds)
    {
        var (each, deadEach) = (devices / lines, Math.Max(1, dead / lines));
        // With a device a line, the first lines are the dead.
        bool IsDead(int line, byte unit) => each == 1 ? line < dead : unit <= deadEach;
        var listeners = Enumerable.Range(0, lines).Select(line => Serve(line, IsDead)).ToList();
        var folder = Directory.CreateTempSubdirectory("telemetry-bench-").FullName;
        Write(folder, listeners, each);
        using var gateway = Start(folder);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(warmUp));
            var (from, cpu) = (Stopwatch.GetTimestamp(), Cpu(gateway));
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            gateway.Refresh();
            return Tell(from, (Cpu(gateway) - cpu) / seconds, gateway.WorkingSet64 / 1048576.0, IsDead);
        }
        finally
        {
            gateway.Kill();
            gateway.WaitForExit();
            listeners.ForEach(listener => listener.Dispose());
            Directory.Delete(folder, recursive: true);
        }
    }

    private bool Tell(long from, double cpu, double memory, Func<int, byte, bool> isDead)
    {
        var alive = _asked.Where(device => !isDead(device.Key.Line, device.Key.Unit)).Select(device => Periods(device.Value, from)).ToList();
        var probes = _asked.Where(device => isDead(device.Key.Line, device.Key.Unit)).Select(device => device.Value.Count(at => at >= from)).ToList();
        // A device that falls asleep has no intervals to show: it counts as the worst.
        var means = alive.Select(periods => periods.Count < 2 ? double.PositiveInfinity : periods.Average()).Order().ToList();
        var singles = alive.SelectMany(periods => periods).Order().ToList();
        double Off(double period) => Math.Abs(period - PeriodSeconds) / PeriodSeconds * 100;
        var (worst, single) = (means.Max(Off), singles.Count == 0 ? double.PositiveInfinity : singles.Max(Off));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{devices} devices on {lines} lines, {dead} dead: {alive.Count} alive, mean period {means.Average():0.000} s of {PeriodSeconds}; worst device {worst:0.00} % off; single intervals: 99 % within {Off(singles[(int)(singles.Count * 0.995)]):0.0} %, worst {single:0.0} % off ({singles.Count} intervals)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the dead were asked {probes.DefaultIfEmpty().Average():0.0} times each; gateway {cpu * 100:0.00} % of a core, {memory:0} MiB"));
        return alive.Count == devices - dead && worst <= 5;
    }

    private static List<double> Periods(ConcurrentQueue<long> asked, long from)
    {
        var times = asked.Where(at => at >= from).ToList();
        return [.. times.Zip(times.Skip(1)).Select(pair => Stopwatch.GetElapsedTime(pair.First, pair.Second).TotalSeconds)];
    }

    private TcpListener Serve(int line, Func<int, byte, bool> isDead)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = AcceptAsync(listener, line, isDead);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener, int line, Func<int, byte, bool> isDead)
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(), line, isDead);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The bench is over.
        }
    }

    private async Task AnswerAsync(TcpClient client, int line, Func<int, byte, bool> isDead)
    {
        using var _ = client;
        client.NoDelay = true;
        var (stream, request) = (client.GetStream(), new byte[12]);
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(request);
                _asked.GetOrAdd((line, request[6]), _ => new()).Enqueue(Stopwatch.GetTimestamp());
                if (!isDead(line, request[6]))
                {
                    byte[] answer = [.. request[..4], 0, (byte)(3 + (2 * request[11])), request[6], request[7], (byte)(2 * request[11]), .. new byte[2 * request[11]]];
                    await stream.WriteAsync(answer);
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // The gateway closed the line, as it does after a time-out.
        }
    }

    private static void Write(string folder, List<TcpListener> listeners, int each)
    {
        Directory.CreateDirectory(Path.Combine(folder, "devices"));
        var profile = new StringBuilder($"profile: meter\nname: Meter\nprotocol: modbus\nsource: this bench\nperiodSeconds: {PeriodSeconds}\npoints:\n");
        for (var point = 0; point < 10; point++)
        {
            profile.AppendLine($"  - {{ point: value.p{point}, quantity: Dimensionless, read: {{ holding: {point}, as: uint16 }} }}");
        }

        File.WriteAllText(Path.Combine(folder, "devices", "meter.yaml"), profile.ToString());
        var site = new StringBuilder("gateway: gw-bench\nname: Bench\nmunicipality: bench\nbuildings:\n  - { id: b, name: B }\nbuses:\n");
        for (var line = 0; line < listeners.Count; line++)
        {
            site.AppendLine($"  - {{ id: line-{line}, modbus: \"127.0.0.1:{((IPEndPoint)listeners[line].LocalEndpoint).Port}\" }}");
        }

        site.AppendLine("devices:");
        for (var device = 0; device < listeners.Count * each; device++)
        {
            site.AppendLine($"  - {{ id: meter-{device}, name: Meter {device}, kind: Other, building: b, profile: meter, bus: line-{device / each}, unit: {(device % each) + 1} }}");
        }

        File.WriteAllText(Path.Combine(folder, "site.yaml"), site.ToString());
    }

    /// <summary>No broker: what the field does must not hang on it.</summary>
    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("/bin/sh",
        ["-c", $"exec {Path.Combine(Plant.FindRoot(), "src/Telemetry.Gateway/bin/Release/net10.0/gateway")} run --site {folder}/site.yaml --devices {folder}/devices --data {folder}/data --broker 127.0.0.1:9 > {folder}/log 2>&1"]))!;

    private static double Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
