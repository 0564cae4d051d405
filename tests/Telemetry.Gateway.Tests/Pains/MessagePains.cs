using System.Collections.Concurrent;
using System.Globalization;
using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Tests.Drivers.Mqtt;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Messaging.Mqtt;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>Values that are told rather than asked for: silence, brokers that restart, messages that were kept.</summary>
public sealed class MessagePains
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Pain17_StaleValueLooksLive_SilenceIsToldAndHasNoValue()
    {
        var (scheduler, point) = (new HistoricalScheduler(Noon), new PointId(new EquipmentId("m", "g", "d"), "p"));
        var rules = new Dictionary<PointId, PointRule> { [point] = new() { StaleAfter = TimeSpan.FromSeconds(30) } };
        var told = new List<Sample>();
        using var subscription = Observable.Return(new Sample(point, Noon, 21.5, Quality.Good)).Concat(Observable.Never<Sample>())
            .MarkStale(rules, () => scheduler.Now, scheduler).Subscribe(told.Add);

        scheduler.AdvanceBy(TimeSpan.FromHours(2));

        Assert.Equal([(21.5, Quality.Good), (double.NaN, Quality.Stale)], told.Select(sample => (sample.Value, sample.Quality)));
        Assert.InRange(told[1].At - Noon, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(32));
    }

    [Fact]
    public async Task Pain26_BrokerRestart_SubscribedAgainAndHeardAgain()
    {
        var (port, heard) = (Child.FreePort(), new ConcurrentDictionary<double, bool>());
        using var broker = await BrokerAsync(port);
        var site = Fields.Site("  - { id: vif, name: V, building: b, profile: generic-number, topic: compteur/vif }");
        MosquittoLink Link(string name) => new(new MqttSettings { Port = port }.LinkOptions(name), NullLogger.Instance);
        using var field = new MqttFields(site.Devices, () => Link("gateway"), TimeProvider.System, NullLogger.Instance).Samples.Subscribe(sample => heard[sample.Value] = true);
        using var device = Link("device");
        device.Start();
        Task<bool> Told(double value) => Wait.ForAsync(() =>
            device.Publish("compteur/vif", System.Text.Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)), 1, retain: false) && heard.ContainsKey(value));
        Assert.True(await Told(1));

        broker.Kill();
        using var restarted = await BrokerAsync(port);

        Assert.True(await Told(2));
    }

    [Fact]
    public void Pain27_RetainedValue_IsNoNews()
    {
        var site = Fields.Site("  - { id: vif, name: V, building: b, profile: generic-number, topic: compteur/vif }");
        var driver = Fields.Driver(new SetClock(), [.. site.Devices]);

        Assert.Empty(driver.Take(Fields.Message("compteur/vif", "7"u8.ToArray(), retained: true)));
        Assert.Equal(8, Assert.Single(driver.Take(Fields.Message("compteur/vif", "8"u8.ToArray()))).Value);
    }

    [Fact]
    public void Pain27_RetainedOrder_IsNeverExecuted()
    {
        var school = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");
        var point = school.Find("room.temperature.sp")!;
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Override, Point = point.Point.Id, Value = 20, Until = Noon.AddHours(2),
            RequestedAt = Noon, ExpiresAt = Noon.AddMinutes(1), By = "Camille", Reason = "",
        };
        var state = new ControlSnapshot { Now = Noon, Installed = school, Point = point, Recipe = school.Profile.Override, Device = new DeviceReading(), DailyWrites = 100 };

        Assert.NotNull(WritePermit.Ask(order, state, out _, out _));
        Assert.Null(WritePermit.Ask(order, state with { Retained = true }, out var refusal, out _));
        Assert.Equal(Refusal.Retained, refusal);
    }

    private static async Task<Child> BrokerAsync(int port)
    {
        var broker = new Child("/usr/sbin/mosquitto", ["-p", port.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', broker.Lines));
        return broker;
    }
}
