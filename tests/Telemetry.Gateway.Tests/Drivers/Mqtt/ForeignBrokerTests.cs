using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Messaging.Mqtt;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>The whole way in: a broker written by others, our link, every family, the samples.</summary>
public sealed class ForeignBrokerTests
{
    [Fact]
    public async Task Samples_EveryFamilyThroughAedes_AsInItsCase()
    {
        using var folder = new TemporaryFolder();
        var cases = MessageCasesTests.Profiles.Select(row => row.Data).Where(profile => profile != "sparkplug-device")
            .Select(profile => (Profile: profile, Case: MessageCase.Read(Path.Combine(Repository.Cases, profile, "messages.txt")))).ToList();
        var steps = cases.Select(one => (one.Profile, Step: one.Case.Steps.First(step => step is { Retained: false, Expected.Count: > 0, Refused: 0 }))).ToList();
        var port = Child.FreePort();
        using var broker = await ForeignBroker.StartAsync(port, steps.Select(one => (one.Step.Topic, one.Step.Payload)), folder);
        var site = Fields.Site(
            string.Join('\n', cases.Select(one => $$"""  - { id: {{one.Profile}}, name: A, building: b, profile: {{one.Profile}}, topic: "{{one.Case.Topic}}", member: "{{one.Case.Member}}" }""")),
            Broker(port), Secrets);

        var heard = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var driver = Driver(site.Devices, site.FieldBroker!);
        using (driver.Samples.Subscribe(sample => heard[Line(sample.Point.Equipment.Device, sample.Point.Name, sample)] = true))
        {
            var expected = steps.SelectMany(one => one.Step.Expected.Select(line => $"{one.Profile} {Words(line)}")).ToList();
            await Wait.ForAsync(() => expected.TrueForAll(heard.ContainsKey));

            Assert.DoesNotContain(expected, line => !heard.ContainsKey(line));
        }
    }

    [Fact]
    public async Task Samples_SparkplugNodeHeardBeforeItsBirth_RebirthAskedThenNamed()
    {
        using var folder = new TemporaryFolder();
        var port = Child.FreePort();
        using var broker = await ForeignBroker.StartAsync(port, [], folder);
        var site = Fields.Site("""  - { id: chaudiere, name: C, building: b, profile: sparkplug-device, topic: usine/api1/chaudiere }""", Broker(port), Secrets);

        var heard = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using (Driver(site.Devices, site.FieldBroker!).Samples.Subscribe(sample => heard[sample.Point.Name] = sample.Value))
        {
            Assert.True(await Wait.ForAsync(() => heard.Count == 4 && heard["flow.temperature"] == 66.5), string.Join('\n', broker.Lines));
        }

        Assert.Contains("rebirth", broker.Lines);
        Assert.Equal((1, 123.456, -5), (heard["pump.state"], heard["energy.import"], heard["offset"]));
    }

    /// <summary>Pain 27: a value the broker kept is stored as new at each start.</summary>
    [Fact]
    public async Task Samples_ValueKeptByTheBroker_IsNoNews()
    {
        using var folder = new TemporaryFolder();
        var port = Child.FreePort();
        using var broker = await ForeignBroker.StartAsync(port, [("compteur/vif", "2"u8.ToArray())], folder);
        var site = Fields.Site("""
              - { id: garde, name: G, building: b, profile: generic-number, topic: compteur/garde }
              - { id: vif, name: V, building: b, profile: generic-number, topic: compteur/vif }
            """, Broker(port), Secrets);

        var heard = new ConcurrentQueue<Sample>();
        using (Driver(site.Devices, site.FieldBroker!).Samples.Subscribe(heard.Enqueue))
        {
            Assert.True(await Wait.ForAsync(() => heard.Count >= 3), string.Join('\n', broker.Lines));
        }

        Assert.All(heard, sample => Assert.Equal("vif", sample.Point.Equipment.Device));
    }

    [Fact]
    public async Task Samples_WrongPassword_NothingHeard()
    {
        using var folder = new TemporaryFolder();
        var port = Child.FreePort();
        using var broker = await ForeignBroker.StartAsync(port, [("compteur/vif", "2"u8.ToArray())], folder);
        var site = Fields.Site("""  - { id: vif, name: V, building: b, profile: generic-number, topic: compteur/vif }""", Broker(port), name => name == "FIELD_USER" ? "terrain" : "faux");
        using var link = new MosquittoLink(site.FieldBroker!.LinkOptions("essai"), NullLogger.Instance);
        var told = new ConcurrentQueue<MqttLinkState>();
        link.StateChanged += told.Enqueue;
        link.Received += _ => told.Enqueue(new MqttLinkState(Connected: true, "heard"));
        link.Subscribe("#", 0);

        link.Start();

        Assert.True(await Wait.ForAsync(() => !told.IsEmpty), string.Join('\n', broker.Lines));
        Assert.All(told, state => Assert.False(state.Connected, state.Reason));
    }

    private static string Broker(int port) => $"fieldBroker: {{ address: \"127.0.0.1:{port}\", user: \"${{FIELD_USER}}\", password: \"${{FIELD_PASSWORD}}\" }}";

    private static string? Secrets(string name) => name switch
    {
        "FIELD_USER" => "terrain",
        "FIELD_PASSWORD" => "secret",
        _ => null,
    };

    private static MqttFields Driver(IReadOnlyCollection<DeviceConfiguration> devices, MqttSettings broker) => new(
        devices, () => new MosquittoLink(broker.LinkOptions("field-test"), NullLogger.Instance), TimeProvider.System, NullLogger.Instance);

    private static string Line(string device, string point, Sample sample) =>
        string.Create(CultureInfo.InvariantCulture, $"{device} {point} {sample.Value} {sample.Quality}");

    private static string Words(string line) => line[..line.LastIndexOf(' ')];
}
