using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Processes;

/// <summary>A disk that takes nothing: the real process under a real limit of the system on the size of its files.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _brokerPort = Child.FreePort();
    private readonly ConcurrentDictionary<double, int> _inOutbox = new();
    private readonly ConcurrentDictionary<double, int> _unkept = new();
    private readonly ConcurrentQueue<bool> _writable = new();

    [Fact]
    public async Task Run_DiskFullThenNot_LiveGoesOnAndAllIsKeptAfterwards()
    {
        var register = 0;
        using var meter = new Modbus.FaultServer((socket, request) =>
            socket.Send(Modbus.FaultServerBits.Words(request, [0, Interlocked.Increment(ref register) & 0x7FFF])));
        var conf = _folder.Write("mosquitto.conf", $"user root\nlistener {_brokerPort.ToString(CultureInfo.InvariantCulture)} 127.0.0.1\nallow_anonymous true\n");
        using var broker = new Child("/usr/sbin/mosquitto", ["-c", conf]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(_brokerPort)), "mosquitto did not start");
        using var centre = Centre();
        using var gateway = Start(meter.Port);
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

    public void Dispose() => _folder.Dispose();

    private static void Limit(Child gateway, string bytes)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", gateway.Process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}"]);
        prlimit.WaitForExit();
        Assert.Equal(0, prlimit.ExitCode);
    }

    private Child Start(int meter)
    {
        var devices = _folder.Write("devices/counter.yaml", """
            profile: counter
            name: Counter
            protocol: modbus
            source: this test
            periodSeconds: 0.2
            points:
              - { point: count, quantity: Dimensionless, read: { holding: 1, as: uint32 } }
            """);
        var site = _folder.Write("site.yaml", $$"""
            gateway: gw-test
            name: Test
            municipality: town
            buildings:
              - { id: b, name: B, use: Other }
            buses:
              - { id: bus, modbus: "127.0.0.1:{{meter}}" }
            devices:
              - { id: meter, name: Meter, kind: Other, building: b, profile: counter, bus: bus }
            """);
        // A full disk is an error of the write; the signal that this limit sends beside it has no place in the story.
        var command = $"trap '' XFSZ; exec {Path.Combine(AppContext.BaseDirectory, "gateway")} run --site {site} --devices {Path.GetDirectoryName(devices)} --data {_folder.File("data")} --broker 127.0.0.1:{_brokerPort.ToString(CultureInfo.InvariantCulture)}";
        return new Child("/bin/bash", ["-c", command]);
    }

    private HostSession Centre()
    {
        var settings = new MqttSettings { Port = _brokerPort };
        var centre = new HostSession("centre", settings.LinkFactory("test-centre", NullLogger.Instance), TimeProvider.System, NullLogger.Instance);
        centre.Received += Take;
        centre.Start();
        return centre;
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
