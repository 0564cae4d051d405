using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Messaging.Mqtt;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>The gateway away for a while, its session at the broker: two brokers, both versions of the protocol.</summary>
public sealed class FieldSessionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<Sample> _heard = new();
    private readonly int _port = Child.FreePort();

    [Theory]
    [InlineData("mosquitto", "3.1.1")]
    [InlineData("mosquitto", "5")]
    [InlineData("aedes", "3.1.1")]
    public async Task Samples_GatewayAwayForAWhile_LateOnesHaveTheirInstantAndNobodyElseSpeaks(string kind, string version)
    {
        using var broker = await BrokerAsync(kind);
        var site = Site(version, Heat, Meter);
        using var device = Link("device", version: MqttVersion.V311);
        device.Subscribe("#", 1);
        device.Start();
        using (Run(site))
        {
            Assert.True(await SaidAsync(device, 1), string.Join('\n', broker.Lines));
        }

        var measured = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().AddHours(-3).ToUnixTimeSeconds());
        await PublishAsync(device, "compteur", "7");
        await PublishAsync(device, "chaleur/1", string.Create(CultureInfo.InvariantCulture, $$"""{"id":"1","status":"OK","total_energy_consumption_kwh":3781,"timestamp":"{{measured:yyyy-MM-ddTHH:mm:ssZ}}"}"""));

        using var again = Run(site);
        Assert.True(await Wait.ForAsync(() => _heard.Any(sample => sample.Value == 3781)), string.Join('\n', broker.Lines));
        Assert.True(await SaidAsync(device, 8), string.Join('\n', broker.Lines));

        Assert.Equal(measured, _heard.First(sample => sample.Value == 3781).At);
        Assert.DoesNotContain(_heard, sample => sample.Value == 7);
    }

    [Fact]
    public async Task Samples_NothingToBeKept_NothingWaits()
    {
        using var broker = await BrokerAsync("mosquitto");
        var site = Site("5, keepHours: 0", Heat, Meter);
        using var device = Link("device", version: MqttVersion.V311);
        device.Subscribe("#", 1);
        device.Start();
        using (Run(site))
        {
            Assert.True(await SaidAsync(device, 1));
        }

        await PublishAsync(device, "chaleur/1", """{"id":"1","status":"OK","total_energy_consumption_kwh":3781}""");
        using var again = Run(site);
        Assert.True(await SaidAsync(device, 8));

        Assert.DoesNotContain(_heard, sample => sample.Value == 3781);
    }

    [Fact]
    public async Task Start_BrokerThatSpeaks311Only_SaidInPlainWords()
    {
        using var broker = await BrokerAsync("aedes");
        using var link = Link("gateway", MqttVersion.V5);
        var told = new ConcurrentQueue<MqttLinkState>();
        link.StateChanged += told.Enqueue;

        link.Start();

        Assert.True(await Wait.ForAsync(() => told.Count >= 2), string.Join('\n', broker.Lines));
        Assert.All(told, state => Assert.Contains("does not speak this version of MQTT", state.Reason, StringComparison.Ordinal));
    }

    /// <summary>Pain 26: the session kept at the broker still holds the old list of topics.</summary>
    [Theory]
    [InlineData("3.1.1")]
    [InlineData("5")]
    public async Task Samples_TopicGoneFromTheSite_TheSessionForgetsIt(string version)
    {
        using var broker = await BrokerAsync("mosquitto");
        using var device = Link("device", version: MqttVersion.V311);
        device.Subscribe("#", 1);
        device.Start();
        using (Run(Site(version, Heat, Meter)))
        {
            Assert.True(await SaidAsync(device, 1));
        }

        using (Run(Site(version, Meter)))
        {
            Assert.True(await SaidAsync(device, 2));
        }

        await PublishAsync(device, "chaleur/1", "x");
        await PublishAsync(device, "compteur", "3");
        var (told, kept) = (new ConcurrentQueue<string>(), Link("ville-gw-field", version is "5" ? MqttVersion.V5 : MqttVersion.V311, clean: false));
        kept.Received += message => told.Enqueue(message.Topic);
        kept.Start();

        Assert.True(await Wait.ForAsync(() => told.Contains("compteur")));
        kept.Dispose();
        Assert.DoesNotContain("chaleur/1", told);
    }

    public void Dispose() => _folder.Dispose();

    private const string Heat = "  - { id: chaleur, name: C, building: b, profile: wmbusmeters-heat, topic: chaleur/1 }";
    private const string Meter = "  - { id: compteur, name: C, building: b, profile: generic-number, topic: compteur }";

    private SiteConfiguration Site(string version, params string[] devices) => Fields.Site(
        string.Join('\n', devices), $$"""fieldBroker: { address: "127.0.0.1:{{_port}}", user: terrain, password: secret, version: {{version}} }""");

    private IDisposable Run(SiteConfiguration site) => FieldDrivers.Fields(site, new MqttSettings(), "field", TimeProvider.System, NullLogger.Instance, _folder.File("session.txt"))!
        .Samples.Subscribe(_heard.Enqueue);

    private MosquittoLink Link(string client, MqttVersion version, bool clean = true) => new(
        new MqttSettings { Port = _port, User = "terrain", Password = "secret" }.LinkOptions(client) with { Version = version, CleanSession = clean, SessionKept = TimeSpan.FromHours(1) },
        NullLogger.Instance);

    private async Task<Child> BrokerAsync(string kind)
    {
        if (kind is "aedes")
        {
            return await ForeignBroker.StartAsync(_port, [], _folder);
        }

        var broker = new Child("/usr/sbin/mosquitto", ["-p", _port.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(_port)), string.Join('\n', broker.Lines));
        return broker;
    }

    /// <summary>A value said again and again until it is heard.</summary>
    private Task<bool> SaidAsync(MosquittoLink device, double value) => Wait.ForAsync(() =>
        device.Publish("compteur", Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)), 1, retain: false) && _heard.Any(sample => sample.Value == value));

    /// <summary>A message that the broker surely has, for it came back to who said it.</summary>
    private static async Task PublishAsync(MosquittoLink device, string topic, string text)
    {
        var back = false;
        void Back(MqttMessage message) => back |= message.Topic == topic && Encoding.UTF8.GetString(message.Payload.Span) == text;
        device.Received += Back;
        Assert.True(device.Publish(topic, Encoding.UTF8.GetBytes(text), 1, retain: false));
        Assert.True(await Wait.ForAsync(() => back));
        device.Received -= Back;
    }
}
