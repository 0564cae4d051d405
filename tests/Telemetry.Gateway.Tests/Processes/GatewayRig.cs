using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Processes;

/// <summary>The real gateway process with one meter, a real broker, and a centre that confirms what it holds.</summary>
internal sealed class GatewayRig : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private string _outbox = "";

    internal int BrokerPort { get; } = Child.FreePort();

    internal ConcurrentDictionary<long, int> Received { get; } = new();

    internal ConcurrentDictionary<string, int> Outboxes { get; } = new();

    internal ConcurrentQueue<double> Values { get; } = new();

    /// <summary>False: the centre holds and does not say so.</summary>
    internal bool Confirm { get; set; } = true;

    /// <summary>What bash does before it becomes the gateway; null: no bash.</summary>
    internal string? Before { get; init; }

    /// <summary>Hears what the centre hears.</summary>
    internal Action<HostEvent>? Heard { get; init; }

    /// <summary>The site file.</summary>
    internal string Site => _folder.File("site.yaml");

    internal static string Gateway => Path.Combine(AppContext.BaseDirectory, "gateway");

    internal async Task<Child> BrokerAsync()
    {
        var file = _folder.Write("mosquitto.conf", $"user root\nlistener {BrokerPort.ToString(CultureInfo.InvariantCulture)} 127.0.0.1\nallow_anonymous true\n");
        var broker = new Child("/usr/sbin/mosquitto", ["-c", file]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(BrokerPort)), "mosquitto did not start");
        return broker;
    }

    /// <summary>Starts the gateway.</summary>
    /// <param name="meter">Where its meter listens.</param>
    /// <param name="broker">Where it finds the broker; null for the broker itself.</param>
    /// <param name="more">More of its command line.</param>
    internal async Task<Child> GatewayAsync(int meter, int? broker = null, params IEnumerable<string> more)
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
        _folder.Write("site.yaml", $$"""
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
        string[] line = ["run", "--site", Site, "--devices", Path.GetDirectoryName(devices)!, "--data", _folder.File("data"), "--broker", $"127.0.0.1:{broker ?? BrokerPort}", .. more];
        var gateway = Before is null ? new Child(Gateway, line) : new Child("/bin/bash", ["-c", $"{Before}; exec \"$0\" \"$@\"", Gateway, .. line]);
        Assert.True(await Wait.ForAsync(() => gateway.Lines.Contains("ready")), string.Join('\n', gateway.Lines));
        return gateway;
    }

    internal HostSession Centre()
    {
        var settings = new MqttSettings { Port = BrokerPort };
        var centre = new HostSession("centre", settings.LinkFactory("test-centre", NullLogger.Instance), TimeProvider.System, NullLogger.Instance);
        centre.Received += heard => Take(centre, heard);
        centre.Start();
        return centre;
    }

    public void Dispose() => _folder.Dispose();

    private void Take(HostSession centre, HostEvent heard)
    {
        Heard?.Invoke(heard);
        if (heard.Payload.Metrics.FirstOrDefault(metric => metric.Name == "Outbox/Id")?.Value is string id)
        {
            (_outbox, Outboxes[id]) = (id, 1);
        }

        if (heard.Type != MessageType.DeviceData || heard.Payload.Metrics.FirstOrDefault(metric => metric.Name == "Outbox/Sequence")?.Value is not long sequence)
        {
            return;
        }

        Received.AddOrUpdate(sequence, 1, (_, count) => count + 1);
        foreach (var value in heard.Payload.Metrics.Where(metric => metric.Name == "count").Select(metric => metric.Value).OfType<double>())
        {
            Values.Enqueue(value);
        }

        var top = (long)heard.Payload.Metrics.First(metric => metric.Name == "Outbox/First").Value! - 1;
        while (Received.ContainsKey(top + 1))
        {
            top++;
        }

        if (Confirm)
        {
            centre.Command(heard.Group, heard.Node, "",
            [
                new Metric { Name = "Outbox/Id", Type = MetricType.String, Value = _outbox },
                new Metric { Name = "Outbox/Acknowledged", Type = MetricType.Int64, Value = top },
            ]);
        }
    }
}
