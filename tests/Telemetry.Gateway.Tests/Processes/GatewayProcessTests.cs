using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Processes;

/// <summary>The real gateway process against a real broker and a centre that confirms: killed at will, it ends complete.</summary>
public sealed class GatewayProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<long, int> _received = new();
    private readonly ConcurrentDictionary<string, int> _outboxes = new();
    private readonly ConcurrentQueue<double> _values = new();
    private readonly int _brokerPort = Child.FreePort();
    private string _outbox = "";
    private volatile bool _confirm = true;

    [Fact]
    public async Task Run_GatewayAndBrokerKilledAtWill_EverySequenceArrives()
    {
        var register = 0;
        using var meter = new Modbus.FaultServer((socket, request) =>
            socket.Send(Modbus.FaultServerBits.Words(request, [0, Interlocked.Increment(ref register) & 0x7FFF])));
        var broker = await BrokerAsync();
        using var centre = Centre();
        for (var round = 0; round < 3; round++)
        {
            var before = _received.Count;
            using var gateway = await GatewayAsync(meter.Port);
            Assert.True(await Wait.ForAsync(() => _received.Count >= before + 4), string.Join('\n', gateway.Lines));
            _confirm = round != 1;
            gateway.Kill();
        }

        _confirm = true;
        using var last = await GatewayAsync(meter.Port);
        var confirmed = _received.Count;
        Assert.True(await Wait.ForAsync(() => _received.Count > confirmed), string.Join('\n', last.Lines));
        broker.Dispose();
        broker = await BrokerAsync();
        var highest = _received.Keys.Max();
        Assert.True(await Wait.ForAsync(() => _received.Keys.Max() >= highest + 4, 40), string.Join('\n', last.Lines));

        Assert.True(await Wait.ForAsync(() => _received.Count == _received.Keys.Max()), "a sequence is missing");
        Assert.Single(_outboxes);
        var values = _values.Distinct().Order().ToList();
        Assert.True(values.Count > 12, $"{values.Count} readings");
        broker.Dispose();
    }

    [Fact]
    public async Task Run_Terminated_LeavesAtOnce()
    {
        using var meter = new Modbus.FaultServer((socket, request) => socket.Send(Modbus.FaultServer.Right(request)));
        using var broker = await BrokerAsync();
        using var gateway = await GatewayAsync(meter.Port);
        var start = TimeProvider.System.GetTimestamp();
        using var kill = System.Diagnostics.Process.Start("/bin/kill", ["-TERM", gateway.Process.Id.ToString(CultureInfo.InvariantCulture)]);

        Assert.True(gateway.Process.WaitForExit(5_000));
        Assert.Equal(0, gateway.Process.ExitCode);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Check_WrongSite_PathLineAndExitCode()
    {
        var site = _folder.Write("bad.yaml", "gateway: gw\nname: X\nmunicipality: m\nbusses: []\n");
        using var check = new Child(Gateway, ["check", "--site", site, "--devices", Repository.Devices]);
        Assert.True(check.Process.WaitForExit(20_000));
        check.Process.WaitForExit();

        Assert.Equal(1, check.Process.ExitCode);
        Assert.Contains(check.Lines, line => line.StartsWith($"{site}:4: 'busses' is not known here", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static string Gateway => Path.Combine(AppContext.BaseDirectory, "gateway");

    private async Task<Child> BrokerAsync()
    {
        var file = _folder.Write("mosquitto.conf", $"user root\nlistener {_brokerPort.ToString(CultureInfo.InvariantCulture)} 127.0.0.1\nallow_anonymous true\n");
        var broker = new Child("/usr/sbin/mosquitto", ["-c", file]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(_brokerPort)), "mosquitto did not start");
        return broker;
    }

    private async Task<Child> GatewayAsync(int meter)
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
        var gateway = new Child(
            Gateway,
            ["run", "--site", site, "--devices", Path.GetDirectoryName(devices)!, "--data", _folder.File("data"), "--broker", $"127.0.0.1:{_brokerPort}"]);
        Assert.True(await Wait.ForAsync(() => gateway.Lines.Contains("ready")), string.Join('\n', gateway.Lines));
        return gateway;
    }

    private HostSession Centre()
    {
        var settings = new MqttSettings { Port = _brokerPort };
        var centre = new HostSession("centre", settings.LinkFactory("test-centre", NullLogger.Instance), TimeProvider.System, NullLogger.Instance);
        centre.Received += heard => Take(centre, heard);
        centre.Start();
        return centre;
    }

    private void Take(HostSession centre, HostEvent heard)
    {
        if (heard.Payload.Metrics.FirstOrDefault(metric => metric.Name == "Outbox/Id")?.Value is string id)
        {
            (_outbox, _outboxes[id]) = (id, 1);
        }

        if (heard.Type != MessageType.DeviceData || heard.Payload.Metrics.FirstOrDefault(metric => metric.Name == "Outbox/Sequence")?.Value is not long sequence)
        {
            return;
        }

        _received.AddOrUpdate(sequence, 1, (_, count) => count + 1);
        foreach (var value in heard.Payload.Metrics.Where(metric => metric.Name == "count").Select(metric => metric.Value).OfType<double>())
        {
            _values.Enqueue(value);
        }

        var top = (long)heard.Payload.Metrics.First(metric => metric.Name == "Outbox/First").Value! - 1;
        while (_received.ContainsKey(top + 1))
        {
            top++;
        }

        if (_confirm)
        {
            centre.Command(heard.Group, heard.Node, "",
            [
                new Metric { Name = "Outbox/Id", Type = MetricType.String, Value = _outbox },
                new Metric { Name = "Outbox/Acknowledged", Type = MetricType.Int64, Value = top },
            ]);
        }
    }
}
