using System.Globalization;

namespace Telemetry.Bench;

/// <summary>1 000 paced reads a second on four endpoints: what one read costs in CPU and in memory.</summary>
internal static class ModbusReads
{
    private const int Endpoints = 4;
    private const int WarmUpSeconds = 10;

    internal static int Run(int firstPort, int seconds)
    {
        using var stop = new CancellationTokenSource();
        var pollers = Enumerable.Range(0, Endpoints).Select(i => new PacedReader(firstPort + i, stop.Token)).ToList();
        pollers.ForEach(poller => poller.Start());
        stop.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(WarmUpSeconds));

        var (cpu, reads, bytes) = (Environment.CpuUsage.TotalTime, pollers.Sum(poller => poller.Reads), pollers.Sum(poller => poller.Allocated));
        stop.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(seconds));
        cpu = Environment.CpuUsage.TotalTime - cpu;
        reads = pollers.Sum(poller => poller.Reads) - reads;
        bytes = pollers.Sum(poller => poller.Allocated) - bytes;

        stop.Cancel();
        pollers.ForEach(poller => poller.Join());
        var failures = pollers.Sum(poller => poller.Failures);
        Console.WriteLine("| client | reads/s | CPU, µs a read | bytes allocated a read | failures |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| **ours, every answer checked** | {(double)reads / seconds:0} | {cpu.TotalMicroseconds / Math.Max(1, reads):0.0} | {(double)bytes / Math.Max(1, reads):0.00} | {failures} |"));
        return failures == 0 && reads > 0 ? 0 : 1;
    }
}
