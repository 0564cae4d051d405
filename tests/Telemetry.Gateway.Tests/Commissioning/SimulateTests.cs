using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>A site without its field, through a real broker to a real host session.</summary>
public sealed class SimulateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<HostEvent> _heard = new();

    [Fact]
    public async Task Simulate_ValuesAreMarked_AndASecondOneIsRefused()
    {
        var port = Child.FreePort();
        using var broker = await BrokerAsync(port);
        using var centre = Centre(port);
        using var first = Simulate(port, "first");

        Assert.True(await Wait.ForAsync(() => Birth() is not null && Values().Any()), string.Join('\n', first.Lines));
        Assert.Equal(true, Birth()!.Payload.Metrics.Single(metric => metric.Name == "Site/Simulated").Value);
        Assert.All(Values(), value => Assert.Equal("Suspect", value.Properties["reason"]));
        Assert.Contains(Birth()!.Payload.Metrics, metric => metric is { Name: "Gateway/Memory", Value: long and > 0 });
        Assert.Contains(Birth()!.Payload.Metrics, metric => metric is { Name: "Gateway/Errors/chaufferie", Value: 0L });

        using var second = Simulate(port, "second");
        await second.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(2, second.Process.ExitCode);
        Assert.Contains(second.Lines, line => line.Contains("--yes", StringComparison.Ordinal));
        Assert.False(first.Process.HasExited);

        using var kill = System.Diagnostics.Process.Start("/bin/kill", ["-TERM", first.Process.Id.ToString(CultureInfo.InvariantCulture)]);
        await first.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal(0, first.Process.ExitCode);
    }

    [Fact]
    public void Simulate_NoBroker_SaysSo()
    {
        using var lonely = Simulate(Child.FreePort(), "lonely");

        Assert.True(lonely.Process.WaitForExit(20_000));
        lonely.Process.WaitForExit();
        Assert.Equal(2, lonely.Process.ExitCode);
        Assert.Contains(lonely.Lines, line => line.Contains("TELEMETRY_MQTT", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private HostEvent? Birth() => _heard.FirstOrDefault(heard => heard.Type == MessageType.NodeBirth);

    private IEnumerable<Metric> Values() =>
        _heard.Where(heard => heard.Type == MessageType.DeviceData).SelectMany(heard => heard.Payload.Metrics).Where(metric => metric.Name == "flow.temperature");

    private Child Simulate(int port, string data) => new(
        Path.Combine(AppContext.BaseDirectory, "gateway"),
        ["simulate", "--site", Repository.Site("ecole"), "--data", _folder.File(data), "--broker", $"127.0.0.1:{port}"]);

    private async Task<Child> BrokerAsync(int port)
    {
        var file = _folder.Write("mosquitto.conf", $"user root\nlistener {port.ToString(CultureInfo.InvariantCulture)} 127.0.0.1\nallow_anonymous true\n");
        var broker = new Child("/usr/sbin/mosquitto", ["-c", file]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), "mosquitto did not start");
        return broker;
    }

    private HostSession Centre(int port)
    {
        var centre = new HostSession("centre", new MqttSettings { Port = port }.LinkFactory("test-centre", NullLogger.Instance), TimeProvider.System, NullLogger.Instance);
        centre.Received += _heard.Enqueue;
        centre.Start();
        return centre;
    }
}
