using Telemetry.Analytics.History;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Delivery;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Ingest;

/// <summary>What each message changes; called by the ingest thread alone.</summary>
internal sealed class Intake(TownRegistry registry, Gathering gathering, Orders orders, ProgrammeBook programmes, Realm realm, TimeProvider clock)
{
    /// <summary>The device under which a foreign node's own metrics are kept.</summary>
    internal const string NodeItself = "node";
    private const int LongestVersion = 40;

    private readonly Dictionary<(string Group, string Node), string> _outboxes = [];

    /// <summary>Handles one thing heard. Samples wait for the next commit; what changes who is who comes after those before it.</summary>
    internal void Handle(Heard heard)
    {
        switch (heard)
        {
            case { Message: { } message } when realm.Hears(message.Group):
                Handle(message);
                break;
            case { LinkUp: false }:
                _outboxes.Clear();
                registry.AllGone();
                break;
            default:
                break;
        }
    }

    private void Handle(HostEvent message)
    {
        if (message.Type is not (MessageType.DeviceData or MessageType.NodeData))
        {
            gathering.Flush();
        }

        switch (message.Type)
        {
            case MessageType.NodeBirth:
                NodeBorn(message);
                break;
            case MessageType.DeviceBirth:
                Born(message, message.Device);
                break;
            case MessageType.NodeDeath:
                registry.Seen(message.Group, message.Node, online: false);
                break;
            case MessageType.NodeData:
                Told(message);
                NodeData(message);
                break;
            case MessageType.DeviceData:
                Store(message, message.Device, _outboxes.GetValueOrDefault((message.Group, message.Node)));
                break;
            default:
                break;
        }
    }

    private void NodeBorn(HostEvent message)
    {
        var key = (message.Group, message.Node);
        if (Find(message, "Outbox/Id")?.Value is string { Length: > 0 } outbox)
        {
            _outboxes[key] = outbox;
        }
        else
        {
            _outboxes.Remove(key);
        }

        registry.Born(message.Group, message.Node, BirthReader.Buildings(message));
        Told(message);
        if (message.Payload.Metrics.Any(BirthReader.IsPoint))
        {
            Born(message, NodeItself);
        }
    }

    private void Born(HostEvent message, string device)
    {
        registry.Born(BirthReader.Device(message, device));
        if (Find(message, ProgrammeWire.SetName)?.Value is byte[] json)
        {
            programmes.Born(new EquipmentId(message.Group, message.Node, device), json, message.Payload.Timestamp ?? clock.GetUtcNow());
        }

        // Our gateways' facts without a value come through the outbox; a birth only says that there is none yet.
        var ours = _outboxes.ContainsKey((message.Group, message.Node));
        var present = message.Payload.Metrics.Where(metric => metric.Value is not null || !ours).ToList();
        Store(message with { Payload = message.Payload with { Metrics = present } }, device, outbox: null);
    }

    private void Told(HostEvent message) => registry.Told(message.Group, message.Node, link => link with
    {
        OutboxDepth = Find(message, "Outbox/Depth")?.WholeValue ?? link.OutboxDepth,
        Refused = Find(message, "Gateway/Refused")?.WholeValue ?? link.Refused,
        Version = Find(message, "Site/Version")?.Value is string { Length: > 0 and <= LongestVersion } version ? version : link.Version,
    });

    private void NodeData(HostEvent message)
    {
        // A batch that the gateway cannot tell in the common way comes as the bytes it kept.
        if (Find(message, "Outbox/Opaque") is { Value: byte[] bytes } opaque && _outboxes.TryGetValue((message.Group, message.Node), out var outbox))
        {
            var batch = BatchOf(message, outbox, []);
            var aside = new QuarantinedMessage(opaque.Text("device") ?? "", clock.GetUtcNow(), opaque.Text("reason") ?? "", bytes);
            gathering.Add(new Gathered(message, batch with { Quarantined = aside }, []));
            return;
        }

        Store(message, NodeItself, outbox: null);
    }

    private void Store(HostEvent message, string device, string? outbox)
    {
        var now = clock.GetUtcNow();
        var equipment = new EquipmentId(message.Group, message.Node, device);
        var points = message.Payload.Metrics.Where(BirthReader.IsPoint).ToList();
        var samples = points.ConvertAll(metric => SampleReader.Read(equipment, metric, message.Payload.Timestamp, now));

        // Orders first: a step that is kept twice is one, a step that is acknowledged and not kept is lost.
        HearOrders(message, now);
        var batch = BatchOf(message, outbox, samples);
        if (samples.Count > 0 || batch.OutboxId.Length > 0)
        {
            var present = samples.Where((sample, place) => !points[place].IsHistorical && !SampleReader.IsFuture(sample, now)).ToList();
            gathering.Add(new Gathered(message, batch, present));
        }
    }

    private void HearOrders(HostEvent message, DateTimeOffset now)
    {
        foreach (var metric in message.Payload.Metrics.Where(metric => metric.Name == OrderWire.ReportName))
        {
            if (OrderWire.Report(metric, metric.Timestamp ?? message.Payload.Timestamp ?? now) is { } report)
            {
                orders.Heard(report);
            }
        }
    }

    private static Batch BatchOf(HostEvent message, string? outbox, List<Sample> samples)
    {
        var gateway = $"{message.Group}/{message.Node}";
        var sequence = Find(message, "Outbox/Sequence")?.WholeValue ?? 0;
        if (outbox is null || sequence < 1)
        {
            return new Batch(gateway, "", 0, 0, samples);
        }

        // Those packed are believed only where they end with the sequence told: anything else is not of our making.
        var packed = SequenceSet.Parse(Find(message, "Outbox/Packed")?.Value as string);
        return new Batch(gateway, outbox, sequence, Find(message, "Outbox/First")?.WholeValue ?? 1, samples)
        {
            Packed = packed is { IsEmpty: false } && packed.Last == sequence ? packed : null,
        };
    }

    private static Metric? Find(HostEvent message, string name) =>
        message.Payload.Metrics.FirstOrDefault(metric => metric.Name == name);
}
