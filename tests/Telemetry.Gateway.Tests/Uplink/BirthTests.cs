using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Uplink;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Uplink;

/// <summary>What a site file says of judging and thinning reaches the rules, the births and the messages.</summary>
public sealed class BirthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Load_JudgementKeys_ReachTheRules()
    {
        var site = Load("""
              flow.temperature: { sentinels: [-127, 85], rateOfChangePerMinute: 5, frozenAfterMinutes: 720, aggregateSeconds: 600 }
              energy.import: { ratedPowerW: 36000 }
        """);

        var rules = PointRules.For(site).ToDictionary(rule => rule.Key.Name, rule => rule.Value);
        var flow = rules["flow.temperature"];
        Assert.Equal([-127, 85], flow.Sentinels);
        Assert.Equal((5.0, TimeSpan.FromHours(12), TimeSpan.FromMinutes(10), false), (flow.MostPerMinute, flow.FrozenAfter, flow.Aggregate, flow.RestsAtZero));
        Assert.Equal((36.0, 0.1), (rules["energy.import"].RatedUnitsPerHour, rules["energy.import"].Resolution));
    }

    [Fact]
    public void Load_JudgementOutOfReason_Fault()
    {
        var loaded = TryLoad("      flow.temperature: { frozenAfterMinutes: -1, rateOfChangePerMinute: fast }\n");

        Assert.Contains(loaded.Problems, problem => problem.Message.Contains("frozenAfterMinutes", StringComparison.Ordinal));
        Assert.Contains(loaded.Problems, problem => problem.Message.Contains("rateOfChangePerMinute", StringComparison.Ordinal));
    }

    [Fact]
    public void For_PointToldByPeriod_ExtremesAreBornBesideIt()
    {
        var site = Load("      flow.temperature: { aggregateSeconds: 600 }\n");

        var births = BirthCertificates.For(site, new LiveValues(TimeProvider.System), [], "box")["boiler"];
        Assert.Equal(
            ["flow.temperature", "flow.temperature.min", "flow.temperature.max", "energy.import"],
            births.Select(metric => metric.Name).Where(name => !name.StartsWith("Properties/", StringComparison.Ordinal)));
        Assert.Equal("Temperature", births.Single(metric => metric.Name == "flow.temperature.max").Properties["quantity"]);
    }

    [Fact]
    public void Pack_DevicesAndReports_ByDeviceAndReportsAlone()
    {
        OutboxBatch[] batches = [Batch(1, "a", 600), Batch(2, "b", 10), Batch(3, "a", 300), Batch(4, "a", 300), Batch(5, "b", 0) with { Report = ("p", null!) }, Batch(6, "b", 10)];

        Assert.Equal(["1,3", "4", "2", "5", "6"], Packing.Pack(batches).Select(message => Packing.Sequences(message).ToString()));
    }

    [Fact]
    public void Of_PackedBatches_EverySequenceIsNamedAndOnlyTheLateAreHistorical()
    {
        var metrics = Written.Of([Batch(7, "a", 1), Batch(9, "a", 1)], 5, batch => batch.Sequence == 7);

        Assert.Equal([9L, 5L, "7,9"], metrics.Take(3).Select(metric => metric.Value));
        Assert.Equal([true, false], metrics.Skip(3).Select(metric => metric.IsHistorical));
    }

    public void Dispose() => _folder.Dispose();

    private static OutboxBatch Batch(long sequence, string device, int samples) => new()
    {
        Sequence = sequence,
        Device = device,
        KeptAt = DateTimeOffset.UnixEpoch,
        Samples = [.. Enumerable.Range(0, samples).Select(i => new Sample(new PointId(new EquipmentId("m", "g", device), "p"), DateTimeOffset.UnixEpoch.AddSeconds(i), i, Quality.Good))],
    };

    private SiteConfiguration Load(string points)
    {
        var loaded = TryLoad(points);
        Assert.Empty(loaded.Problems);
        return loaded.Value!;
    }

    private Loaded<SiteConfiguration> TryLoad(string points)
    {
        var devices = _folder.Write("devices/boiler.yaml", """
            profile: boiler
            name: Boiler
            protocol: modbus
            source: this test
            periodSeconds: 10
            points:
              - { point: flow.temperature, quantity: Temperature, unit: °C, read: { holding: 0, as: int16 } }
              - { point: energy.import, quantity: Energy, unit: kWh, accumulation: Counter, read: { holding: 1, as: uint32, scale: 0.1 } }
            """);
        var site = _folder.Write("site.yaml", """
            gateway: gw
            name: G
            municipality: m
            buildings:
              - { id: b, name: B, use: Other }
            buses:
              - { id: bus, modbus: "127.0.0.1:1502" }
            devices:
              - id: boiler
                name: Boiler
                kind: BoilerRoom
                building: b
                profile: boiler
                bus: bus
                points:

            """ + points);
        return Installation.Load(site, Path.GetDirectoryName(devices)!, _ => null);
    }
}
