using System.Collections.Concurrent;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;
using Telemetry.Model.Control;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Ingest;

/// <summary>The whole intake over a real broker, with a real edge session in the place of a gateway.</summary>
public sealed class IngestTests : IDisposable
{
    private static readonly PointId Flow = new(new EquipmentId("valmont", "gw-ecole", "chaufferie"), "flow.temperature");
    private readonly Broker _broker = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("centre-");
    private readonly ConcurrentQueue<SparkplugCommand> _commands = new();
    private readonly DateTimeOffset _start =
        DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).AddMinutes(-5);

    public void Dispose()
    {
        _broker.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Births_MakeTheTown_AndItSurvivesARestart()
    {
        using (var centre = new Centre(_broker.Port, _folder.FullName))
        {
            using var gateway = Born();
            Until.True(() => centre.Get<ITownRegistry>().Current.Points.Count == 2, "the points are known");

            var town = centre.Get<ITownRegistry>().Current;
            var building = Assert.Single(town.Buildings);
            Assert.Equal(("ecole", "École", BuildingUse.School, 2500.0), (building.Id, building.Name, building.Use, building.FloorAreaM2));
            var equipment = Assert.Single(town.Equipment);
            Assert.Equal(("Chaufferie", EquipmentKind.BoilerRoom, "ecole"), (equipment.Name, equipment.Kind, equipment.BuildingId));
            var setpoint = town.Points.Single(point => point.Id.Name == "room.temperature.sp");
            Assert.Equal((Quantity.Temperature, PointFunction.Setpoint, Carrier.None), (setpoint.Quantity, setpoint.Function, setpoint.Carrier));
            Assert.Equal((12.0, 26.0, 0.5), (setpoint.Bounds!.Min, setpoint.Bounds.Max, setpoint.Bounds.Step));
            var link = Assert.Single(town.Gateways);
            Assert.True(link is { Online: true, OutboxDepth: 3, Refused: 7, Version: "0.9.2" });
        }

        using var again = new Centre(_broker.Port, _folder.FullName);
        Assert.Equal(2, again.Get<ITownRegistry>().Current.Points.Count);
        Assert.False(Assert.Single(again.Get<ITownRegistry>().Current.Gateways).Online);
    }

    [Fact]
    public void Data_IsStoredOnceAcknowledgedAndOnlyNewsAreLive()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        var live = new ConcurrentQueue<Sample>();
        using var watching = centre.Get<ILiveValues>().Samples.Subscribe(live.Enqueue);
        Until.True(() => centre.Get<ITownRegistry>().Current.Points.Count == 2, "the points are known");

        Assert.True(gateway.Publish("chaufferie", Batch(1, Value(1, 40.5))));
        Assert.True(gateway.Publish("chaufferie", Batch(2, Value(2, 41), Bad(3, Quality.NoAnswer))));
        Assert.True(gateway.Publish("chaufferie", Batch(2, Value(2, 41))));
        Assert.True(gateway.Publish("chaufferie", Batch(3, Value(-60, 39) with { IsHistorical = true })));

        Until.True(() => Acknowledged() == 3, "the third batch is acknowledged");
        var samples = centre.Get<IHistory>().Read(Flow, _start.AddHours(-2), _start.AddHours(1));
        Assert.Equal([39, 40.5, 41, double.NaN], samples.Select(sample => sample.Value));
        Assert.Equal(Quality.NoAnswer, samples[^1].Quality);
        Until.True(() => live.Count(sample => sample.Point == Flow) == 3, "three samples were live");
        Assert.DoesNotContain(live, sample => sample.Value.Equals(39.0));
        Assert.Equal(Quality.NoAnswer, centre.Get<ILiveValues>().Latest(Flow)!.Value.Quality);
    }

    [Fact]
    public void Data_WithAHole_IsNotAcknowledgedBeyondIt()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        Until.True(() => centre.Get<ITownRegistry>().Current.Points.Count == 2, "the points are known");

        gateway.Publish("chaufferie", Batch(1, Value(1, 40)));
        gateway.Publish("chaufferie", Batch(3, Value(3, 42)));
        Until.True(() => centre.Get<IHistory>().LastBefore(Flow, _start.AddHours(1))?.Value is 42, "both are stored");
        Until.True(() => Acknowledged() == 1, "the first is acknowledged");
        gateway.Publish("chaufferie", Batch(2, Value(2, 41)));
        gateway.Publish("chaufferie", Batch(3, Value(3, 42)));

        Until.True(() => Acknowledged() == 3, "all are acknowledged");
    }

    [Fact]
    public void Restart_AfterDeath_GoesOnWhereItWas()
    {
        using var gateway = Session();
        using (var centre = new Centre(_broker.Port, _folder.FullName))
        {
            gateway.Start();
            Until.True(() => gateway.IsOnline, "the gateway is born");
            gateway.Publish("chaufferie", Batch(1, Value(1, 40)));
            Until.True(() => Acknowledged() == 1, "the first is acknowledged");
        }

        Until.True(() => !gateway.IsOnline, "the gateway sees that the centre is gone");
        using var again = new Centre(_broker.Port, _folder.FullName);
        Until.True(() => gateway.IsOnline, "the gateway is born again");
        Assert.Equal(40, again.Get<ILiveValues>().Latest(Flow)!.Value.Value);
        Until.True(() => gateway.Publish("chaufferie", Batch(2, Value(2, 41))), "the gateway may publish");
        Until.True(() => Acknowledged() == 2, "the second is acknowledged");
    }

    [Fact]
    public void Send_GatewayThere_OrderArrivesAndItsStoryIsTold()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        Until.True(() => centre.Get<ITownRegistry>().Current.Points.Count == 2, "the points are known");
        var order = Order();

        Assert.Equal(OrderState.Requested, centre.Get<IOrders>().Send(order).State);
        Until.True(() => _commands.Any(command => command.Device == "chaufferie"), "the command arrives");
        var metric = Assert.Single(_commands.First(command => command.Device == "chaufferie").Metrics);
        Assert.Equal(("room.temperature.sp", 21.0), (metric.Name, metric.Value));
        Assert.Equal(order.Id.ToString(), metric.Properties["order.id"]);
        Assert.Equal(order.ExpiresAt.ToUnixTimeMilliseconds(), metric.Properties["order.expiresAt"]);
        gateway.Publish("chaufferie", Batch(1, Report(order.Id, OrderState.Confirmed, 2), Report(order.Id, OrderState.Checked, 1)));
        gateway.Publish("chaufferie", Batch(1, Report(order.Id, OrderState.Confirmed, 2)));

        // The steps are kept one by one, the last told first.
        Until.True(() => centre.Get<IOrders>().Find(order.Id)!.Reports.Count == 3, "both steps are kept");
        var story = Assert.Single(centre.Get<IOrders>().For(order.Point.Equipment, 10));
        Assert.True(story.InForce);
        Assert.Equal([OrderState.Requested, OrderState.Checked, OrderState.Confirmed], story.Reports.Select(report => report.State));
        Assert.Equal(21.0, story.Last.ReadBack);
    }

    [Fact]
    public void Send_GatewayAway_IsRefusedAndNeverSentLater()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);

        var report = centre.Get<IOrders>().Send(Order());

        Assert.Equal((OrderState.Refused, Refusal.GatewayOffline), (report.State, report.Refusal));
        using var gateway = Born();
        gateway.Publish("chaufferie", Batch(1, Value(1, 40)));
        Until.True(() => Acknowledged() == 1, "the gateway is served");
        Assert.DoesNotContain(_commands, command => command.Device == "chaufferie");
    }

    [Fact]
    public void Send_NobodyAnswers_Expires()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        Until.True(() => centre.Get<ITownRegistry>().Current.Points.Count == 2, "the points are known");
        var order = Order() with { ExpiresAt = _start.AddMinutes(1) };

        centre.Get<IOrders>().Send(order);

        Until.True(() => centre.Get<IOrders>().Find(order.Id)!.Last.State == OrderState.Expired, "the order is expired");
        gateway.Publish("chaufferie", Batch(1, Report(order.Id, OrderState.Confirmed, 2)));
        Until.True(() => centre.Get<IOrders>().Find(order.Id)!.Last.State == OrderState.Confirmed, "the gateway's word wins");
    }

    [Fact]
    public void ForeignNode_WithoutOutbox_IsStored()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var foreign = Centre.Gateway(_broker.Port, "other", () => new Dictionary<string, IReadOnlyList<Metric>>(StringComparer.Ordinal)
        {
            [""] = [],
            ["pump"] = [new Metric { Name = "speed", Type = MetricType.Int32, Value = 1400L, Timestamp = _start }],
        });
        foreign.Start();
        Until.True(() => foreign.IsOnline, "the foreign node is born");
        var speed = new PointId(new EquipmentId("valmont", "other", "pump"), "speed");
        foreign.Publish("pump", [new Metric { Name = "speed", Type = MetricType.Int32, Value = 1500L, Timestamp = _start.AddSeconds(5) }]);

        Until.True(() => centre.Get<IHistory>().Read(speed, _start, _start.AddMinutes(1)).Count == 2, "both values are stored");
    }

    [Fact]
    public void Broker_Killed_GatewaysAreShownAwayUntilTheyComeBack()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        Until.True(() => centre.Get<ITownRegistry>().Current.Gateways is [{ Online: true }], "the gateway is there");

        _broker.Kill();
        Until.True(() => centre.Get<ITownRegistry>().Current.Gateways is [{ Online: false }], "the gateway is away");
        _broker.Start();

        Until.True(() => centre.Get<ITownRegistry>().Current.Gateways is [{ Online: true }], "the gateway is back", seconds: 30);
    }

    private EdgeSession Session()
    {
        var session = Centre.Gateway(_broker.Port, "gw-ecole", Births);
        session.Commanded += _commands.Enqueue;
        return session;
    }

    private EdgeSession Born()
    {
        var session = Session();
        session.Start();
        Until.True(() => session.IsOnline, "the gateway is born");
        return session;
    }

    private Dictionary<string, IReadOnlyList<Metric>> Births() => new(StringComparer.Ordinal)
    {
        [""] =
        [
            Text("Buildings/ecole/Name", "École", ("use", "School"), ("floorArea", 2500.0)), Text("Outbox/Id", "box-1"), Text("Site/Version", "0.9.2"),
            new Metric { Name = "Outbox/Depth", Type = MetricType.Int64, Value = 3L },
            new Metric { Name = "Gateway/Refused", Type = MetricType.Int64, Value = 7L },
        ],
        ["chaufferie"] =
        [
            Text("Properties/Name", "Chaufferie"), Text("Properties/Kind", "BoilerRoom"), Text("Properties/Building", "ecole"),
            Text("Properties/Model", "samson-trovis-557x"),
            Number("flow.temperature", null, ("quantity", "Temperature"), ("unit", "°C"), ("heartbeatSeconds", 30.0)),
            Number("room.temperature.sp", null, ("quantity", "Temperature"), ("function", "Setpoint"), ("carrier", "Plutonium"),
                ("unit", "°C"), ("min", 12.0), ("max", 26.0), ("step", 0.5)),
        ],
    };

    private long Acknowledged() => _commands
        .SelectMany(command => command.Metrics)
        .Where(metric => metric.Name == "Outbox/Acknowledged")
        .Select(metric => (long)metric.Value!)
        .LastOrDefault();

    private Order Order() => new()
    {
        Id = Guid.NewGuid(),
        Kind = OrderKind.Override,
        Point = Flow with { Name = "room.temperature.sp" },
        Value = 21,
        Until = _start.AddHours(2),
        RequestedAt = _start,
        ExpiresAt = _start.AddHours(1),
        By = "Awa",
        Reason = "Réunion",
    };

    private static List<Metric> Batch(long sequence, params Metric[] metrics) =>
    [
        new Metric { Name = "Outbox/Sequence", Type = MetricType.Int64, Value = sequence },
        new Metric { Name = "Outbox/First", Type = MetricType.Int64, Value = 1L },
        .. metrics,
    ];

    private Metric Value(int second, double value) => Number("flow.temperature", value) with { Timestamp = _start.AddSeconds(second) };

    private Metric Bad(int second, Quality why) =>
        Number("flow.temperature", null, ("Quality", 0L), ("reason", why.ToString())) with { Timestamp = _start.AddSeconds(second) };

    private Metric Report(Guid order, OrderState state, int second) =>
        Text(OrderWire.ReportName, state.ToString(), ("order.id", order.ToString()), ("point", "room.temperature.sp"), ("readBack", 21.0))
            with { Timestamp = _start.AddSeconds(second) };

    private static Metric Text(string name, string value, params (string Key, object? Value)[] properties) =>
        new() { Name = name, Type = MetricType.String, Value = value, Properties = Properties(properties) };

    private static Metric Number(string name, double? value, params (string Key, object? Value)[] properties) =>
        new() { Name = name, Type = MetricType.Double, Value = value, Properties = Properties(properties) };

    private static Dictionary<string, object?> Properties((string Key, object? Value)[] properties) =>
        properties.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
