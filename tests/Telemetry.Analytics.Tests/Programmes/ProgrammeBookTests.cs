using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Tests.Ingest;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;
using Telemetry.Model.Calendars;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Programmes;

/// <summary>Programmes between a real centre and a gateway played by the test, over a real broker.</summary>
public sealed class ProgrammeBookTests : IDisposable
{
    private static readonly EquipmentId Boiler = new("valmont", "gw-ecole", "chaufferie");
    private readonly Broker _broker = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("programmes-");

    public void Dispose()
    {
        _broker.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Send_AnsweredByTheGateway_IsKept_AlsoAfterARestart()
    {
        using (var centre = new Centre(_broker.Port, _folder.FullName))
        {
            using var gateway = Gateway(_broker.Port, null);
            Until.True(() => centre.Get<ITownRegistry>().Current.Gateways.Any(one => one.Online), "the gateway is there");

            var sent = centre.Get<IProgrammes>().Send(Programme(1, 0), Guid.NewGuid(), TimeProvider.System.GetUtcNow().AddMinutes(2));
            Assert.True(sent.IsOnItsWay);
            Assert.Null(centre.Get<IProgrammes>().InForce(Boiler));

            var order = sent.First!.Order;
            gateway.Answer(order, OrderState.Confirmed);
            Until.True(() => centre.Get<IProgrammes>().InForce(Boiler)?.Version == 1, "the answer is kept");
            Assert.Equal(gateway.Programme!.Zones[0].Week.On(DayOfWeek.Monday), Programme(1, 0).Zones[0].Week.On(DayOfWeek.Monday));
        }

        using var again = new Centre(_broker.Port, _folder.FullName);
        Assert.Equal(1, again.Get<IProgrammes>().InForce(Boiler)?.Version);
        Assert.Equal(OrderKind.Programme, Assert.Single(again.Get<IOrders>().For(Boiler, 9)).Order.Kind);
    }

    [Fact]
    public void Send_ToAGatewayThatIsNotThere_IsRefusedNow_NeverQueued()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);

        var sent = centre.Get<IProgrammes>().Send(Programme(1, 0), Guid.NewGuid(), TimeProvider.System.GetUtcNow().AddMinutes(2));

        Assert.False(sent.IsOnItsWay);
        Assert.Equal(Refusal.GatewayOffline, sent.First!.Refusal);
        Assert.False(Assert.Single(centre.Get<IProgrammes>().For(Boiler)).IsOnItsWay);
    }

    [Fact]
    public void Send_WithAMistake_IsNotSentAtAll()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);

        var sent = centre.Get<IProgrammes>().Send(Programme(1, 0) with { Zones = [] }, Guid.NewGuid(), TimeProvider.System.GetUtcNow().AddMinutes(2));

        Assert.Contains(sent.Problems, problem => problem.Kind == ProgrammeProblemKind.NoZone);
        Assert.Empty(centre.Get<IProgrammes>().For(Boiler));
    }

    [Fact]
    public void Birth_OfAGatewayThatRunsAProgramme_GivesItBackToACentreThatLostItsBooks()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Gateway(_broker.Port, Programme(7, 6));

        Until.True(() => centre.Get<IProgrammes>().InForce(Boiler)?.Version == 7, "the birth is read");
        Assert.DoesNotContain(centre.Get<ITownRegistry>().Current.Points, point => point.Id.Name.StartsWith("Programme/", StringComparison.Ordinal));
    }

    private static PlayedGateway Gateway(int port, Programme? runs) => new(port, runs);

    private static Programme Programme(int version, int previous) => new()
    {
        Equipment = Boiler, Version = version, Previous = previous, By = "camille", MadeAt = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero),
        Zones =
        [
            new ZoneProgramme
            {
                Zone = new Zone { Id = "classes", Name = "Classes", Premises = Premises.Ordinary, Emitter = Emitter.Radiators, Setpoint = "room.temperature.sp" },
                Week = WeekPattern.Of(new Slot(new LocalMinute(480), new LocalMinute(1080), ProgrammeMode.Occupied), DayOfWeek.Monday),
                Settings = ZoneSettings.For(Premises.Ordinary, Emitter.Radiators),
            },
        ],
    };

    /// <summary>A gateway with one boiler room that takes what it is sent.</summary>
    private sealed class PlayedGateway : IDisposable
    {
        private readonly EdgeSession _session;
        private volatile Programme? _programme;

        internal PlayedGateway(int port, Programme? runs)
        {
            IReadOnlyList<Metric> birth =
            [
                new Metric { Name = "Properties/Kind", Type = MetricType.String, Value = "BoilerRoom" },
                new Metric { Name = "Programme/Version", Type = MetricType.Int64, Value = (long)(runs?.Version ?? 0) },
                .. runs is null ? [] : new[] { new Metric { Name = ProgrammeWire.SetName, Type = MetricType.Bytes, Value = ProgrammeJson.Write(runs) } },
            ];
            _session = Centre.Gateway(port, "gw-ecole", () => new Dictionary<string, IReadOnlyList<Metric>>(StringComparer.Ordinal) { [""] = [], ["chaufferie"] = birth });
            _session.Commanded += command =>
                _programme = command.Metrics.FirstOrDefault(metric => metric.Name == ProgrammeWire.SetName)?.Value is byte[] json ? ProgrammeJson.Read(json, out _) : _programme;
            _session.Start();
        }

        internal Programme? Programme
        {
            get
            {
                Until.True(() => _programme is not null, "the programme reached the gateway");
                return _programme;
            }
        }

        internal void Answer(Guid order, OrderState state)
        {
            _ = Programme;
            _session.Publish("chaufferie",
            [
                new Metric
                {
                    Name = "Order/Report", Type = MetricType.String, Value = state.ToString(), Timestamp = TimeProvider.System.GetUtcNow(),
                    Properties = new Dictionary<string, object?>(StringComparer.Ordinal) { ["order.id"] = order.ToString("D"), ["point"] = ProgrammeWire.SetName },
                },
            ]);
        }

        public void Dispose() => _session.Dispose();
    }
}
