using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Processes;

/// <summary>A disk that takes nothing: the real process under a real limit of the system on the size of its files.</summary>
public sealed class FullDiskTests
{
    private readonly ConcurrentDictionary<double, int> _inOutbox = new();
    private readonly ConcurrentDictionary<double, int> _unkept = new();
    private readonly ConcurrentQueue<bool> _writable = new();

    [Fact]
    public async Task Run_DiskFullThenNot_LiveGoesOnAndAllIsKeptAfterwards()
    {
        var register = 0;
        using var meter = new Modbus.FaultServer((socket, request) =>
            socket.Send(Modbus.FaultServerBits.Words(request, [0, Interlocked.Increment(ref register) & 0x7FFF])));
        // A full disk is an error of the write; the signal that this limit sends beside it has no place in the story.
        using var rig = new GatewayRig { Before = "trap '' XFSZ", Heard = Take, Confirm = false };
        using var broker = await rig.BrokerAsync();
        using var centre = rig.Centre();
        using var gateway = await rig.GatewayAsync(meter.Port);
        Assert.True(await Wait.ForAsync(() => _inOutbox.Count > 3), string.Join('\n', gateway.Lines));

        Limit(gateway, "4096:unlimited");
        Assert.True(await Wait.ForAsync(() => _unkept.Count > 10, 40), string.Join('\n', gateway.Lines));
        Assert.Contains(gateway.Lines, line => line.Contains("The outbox cannot be written", StringComparison.Ordinal));
        Assert.True(await Wait.ForAsync(() => _writable.Contains(false), 30), "the centre is told");
        var lost = _unkept.Keys.Where(value => !_inOutbox.ContainsKey(value)).ToList();
        Assert.NotEmpty(lost);

        Limit(gateway, "unlimited:unlimited");
        Assert.True(await Wait.ForAsync(() => lost.TrueForAll(_inOutbox.ContainsKey), 30), string.Join('\n', gateway.Lines));
        Assert.Contains(gateway.Lines, line => line.Contains("can be written again", StringComparison.Ordinal));
        Assert.False(gateway.Process.HasExited);
        Assert.Single(gateway.Lines, line => line.Contains("cannot be written", StringComparison.Ordinal));
        var values = _inOutbox.Keys.Order().ToList();
        Assert.Equal(Enumerable.Range((int)values[0], values.Count).Select(value => (double)value), values);
    }

    private static void Limit(Child gateway, string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", gateway.Process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}"]);
        prlimit.WaitForExit();
        Assert.Equal(0, prlimit.ExitCode);
    }

    private void Take(HostEvent heard)
    {
        if (heard.Type == MessageType.NodeData && heard.Payload.Metrics.FirstOrDefault(metric => metric.Name == "Outbox/Writable")?.Value is bool writable)
        {
            _writable.Enqueue(writable);
        }

        if (heard.Type != MessageType.DeviceData)
        {
            return;
        }

        var unkept = heard.Payload.Metrics.Any(metric => metric is { Name: "Outbox/Kept", Value: false });
        Assert.NotEqual(unkept, heard.Payload.Metrics.Any(metric => metric.Name == "Outbox/Sequence"));
        foreach (var value in heard.Payload.Metrics.Where(metric => metric.Name == "count").Select(metric => metric.Value).OfType<double>())
        {
            (unkept ? _unkept : _inOutbox).AddOrUpdate(value, 1, (_, count) => count + 1);
        }
    }
}
