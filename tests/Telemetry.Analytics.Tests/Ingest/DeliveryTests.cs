using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Ingest;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Ingest;

/// <summary>What the centre answers a gateway's outbox: holes, batches packed together, and messages that it can never store.</summary>
public sealed class DeliveryTests : IDisposable
{
    private const double Refused = 666;
    private static readonly PointId Flow = new(new EquipmentId("valmont", "gw-ecole", "chaufferie"), "flow.temperature");
    private readonly Broker _broker = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("telemetry-delivery-");
    private readonly ConcurrentQueue<SparkplugCommand> _commands = new();
    private readonly DateTimeOffset _start = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

    [Fact]
    public void Data_BeyondAHole_IsNamedAndNotNeededAgain()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();

        gateway.Publish("chaufferie", Batch(1, null, Value(1, 40)));
        gateway.Publish("chaufferie", Batch(4, "3-4", Value(3, 42), Value(4, 43)));
        Until.True(() => Answer() is (1, "3-4"), "the hole is told");
        gateway.Publish("chaufferie", Batch(2, null, Value(2, 41)));

        Until.True(() => Answer() is (4, ""), "all are acknowledged once the hole is filled");
        Assert.Equal([40, 41, 42, 43], centre.Get<IHistory>().Read(Flow, _start, _start.AddMinutes(1)).Select(sample => sample.Value));
    }

    [Fact]
    public void Data_BeyondAHole_IsRememberedOverARestart()
    {
        using var gateway = Session();
        using (new Centre(_broker.Port, _folder.FullName))
        {
            gateway.Start();
            Until.True(() => gateway.IsOnline, "the gateway is born");
            gateway.Publish("chaufferie", Batch(3, "2-3", Value(2, 41), Value(3, 42)));
            Until.True(() => Answer() is (0, "2-3"), "the hole is told");
        }

        Until.True(() => !gateway.IsOnline, "the gateway sees that the centre is gone");
        using var again = new Centre(_broker.Port, _folder.FullName);
        Until.True(() => gateway.IsOnline, "the gateway is born again");
        gateway.Publish("chaufferie", Batch(1, null, Value(1, 40)));

        Until.True(() => Answer() is (3, ""), "all are acknowledged");
    }

    [Fact]
    public void Data_ThatCanNeverBeStored_IsPutAsideWithItsBytesAndBlocksNothing()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        Sql($"CREATE TRIGGER never BEFORE INSERT ON samples WHEN NEW.value = {Refused} BEGIN SELECT RAISE(ABORT, 'never'); END");

        for (var sent = 1; sent < Gathering.Tries; sent++)
        {
            gateway.Publish("chaufferie", Batch(2, null, Value(2, Refused)));
            gateway.Publish("chaufferie", Batch(2 + sent, null, Value(2 + sent, 40)));
            Until.True(() => centre.Get<IIngestFacts>().Now.StoreFailures >= sent, $"refusal {sent} is counted");
        }

        Until.True(() => Answer().Above == "3-6", "what came with it is stored");
        Assert.Equal(0, centre.Get<IIngestFacts>().Now.Quarantined);
        gateway.Publish("chaufferie", Batch(1, null, Value(1, 39)));
        gateway.Publish("chaufferie", Batch(2, null, Value(2, Refused)));

        Until.True(() => Answer() is (6, ""), "it is acknowledged");
        Assert.Equal(1, centre.Get<IIngestFacts>().Now.Quarantined);
        var bytes = (byte[])Sql("SELECT payload FROM quarantine WHERE sequences = '2' AND device = 'chaufferie' AND why LIKE '%never%'")!;
        Assert.Contains(SparkplugCodec.Decode(bytes, out _)!.Metrics, metric => metric.Value is Refused);
    }

    [Fact]
    public void Opaque_BytesOfABatch_ArePutAsideAtOnce()
    {
        using var centre = new Centre(_broker.Port, _folder.FullName);
        using var gateway = Born();
        var opaque = new Metric { Name = "Outbox/Opaque", Type = MetricType.Bytes, Value = new byte[] { 1, 2, 3 }, Properties = new Dictionary<string, object?> { ["device"] = "pump", ["reason"] = "cannot be told" } };

        gateway.Publish("", Batch(1, null, opaque));

        Until.True(() => Answer() is (1, ""), "it is acknowledged");
        Assert.Equal([1, 2, 3], (byte[])Sql("SELECT payload FROM quarantine WHERE device = 'pump' AND why = 'cannot be told'")!);
    }

    public void Dispose()
    {
        _broker.Dispose();
        _folder.Delete(recursive: true);
    }

    private (long UpTo, string Above) Answer() => _commands
        .Where(command => command.Metrics.Any(metric => metric.Name == "Outbox/Ranges"))
        .Select(command => ((long)Of(command, "Outbox/Acknowledged"), (string)Of(command, "Outbox/Ranges")))
        .LastOrDefault((-1, ""));

    private static object Of(SparkplugCommand command, string name) => command.Metrics.Single(metric => metric.Name == name).Value!;

    private object? Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "history.db")};Pooling=False;Default Timeout=10");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }

    private EdgeSession Session()
    {
        var session = Centre.Gateway(_broker.Port, "gw-ecole", () => new Dictionary<string, IReadOnlyList<Metric>>(StringComparer.Ordinal)
        {
            [""] = [new Metric { Name = "Outbox/Id", Type = MetricType.String, Value = "box-1" }],
            ["chaufferie"] = [new Metric { Name = Flow.Name, Type = MetricType.Double }],
        });
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

    private static List<Metric> Batch(long sequence, string? packed, params Metric[] metrics)
    {
        var batch = new List<Metric>
        {
            new() { Name = "Outbox/Sequence", Type = MetricType.Int64, Value = sequence },
            new() { Name = "Outbox/First", Type = MetricType.Int64, Value = 1L },
        };
        if (packed is not null)
        {
            batch.Add(new Metric { Name = "Outbox/Packed", Type = MetricType.String, Value = packed });
        }

        return [.. batch, .. metrics];
    }

    private Metric Value(int second, double value) => new() { Name = Flow.Name, Type = MetricType.Double, Value = value, Timestamp = _start.AddSeconds(second) };
}
