using System.Text;
using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// Shelly Gen2 and later: NotifyStatus holds changed fields only, NotifyFullStatus all, <c>status/…</c> one component whole;
/// <c>ts</c> is UTC seconds when the device knows the time. What a partial message leaves out of a component is as it was: said again with it.
/// </summary>
internal sealed class ShellyDecoder : IPayloadDecoder
{
    private readonly ShellyFaults _faults = new();
    private readonly ShellyOverlay _overlay = new();
    private string _topic = "";

    /// <summary>The answer to our question comes under the device's own topic, where its broker surely lets it write.</summary>
    public IReadOnlyList<string> Topics(string topic)
    {
        _topic = topic;
        return [$"{topic}/events/rpc", $"{topic}/telemetry/rpc", $"{topic}/status/+", $"{topic}/online"];
    }

    public IReadOnlyList<FieldRequest> Connected(DateTimeOffset at)
    {
        _faults.Clear();
        _overlay.Clear();
        return [Question()];
    }

    public Heard Decode(FieldMessage message) => message.Topic.Split('/') switch
    {
        [.., "online"] => Online(message),
        [.., "status", var component] => Json.Read(message.Payload, root => Status(component, root, message.At)),
        [.., "telemetry", "rpc"] => Json.Read(message.Payload, root => Answer(root, message)),
        _ => Json.Read(message.Payload, root => Notification(root, message)),
    };

    private FieldRequest Question() => new(
        $"{_topic}/rpc", Encoding.UTF8.GetBytes($"{{\"id\":1,\"src\":{JsonSerializer.Serialize($"{_topic}/telemetry")},\"method\":\"Shelly.GetStatus\"}}"));

    private Heard Online(FieldMessage message)
    {
        var there = Json.Text(message.Payload) switch
        {
            "true" => true,
            "false" => false,
            _ => throw new FormatException("online is neither true nor false."),
        };
        _faults.Clear();
        _overlay.Clear();
        return new Heard { Online = there, Ask = there && !message.Retained ? Question() : null };
    }

    private Heard Notification(JsonElement root, FieldMessage message)
    {
        var method = Json.Text(root, "method");
        if (method is not ("NotifyStatus" or "NotifyFullStatus"))
        {
            return method is not null ? Heard.Nothing : throw new FormatException("A notification without method.");
        }

        return Json.Map(root, "params") is { } status
            ? Whole(status, whole: method is "NotifyFullStatus", message)
            : throw new FormatException("A notification without params.");
    }

    private Heard Answer(JsonElement root, FieldMessage message) => Json.Map(root, "result") is { } status
        ? Whole(status, whole: true, message)
        : throw new FormatException("An answer without result.");

    private Heard Whole(JsonElement status, bool whole, FieldMessage message)
    {
        var arrival = message.At;
        var heard = new Heard
        {
            At = message.OfDevice(Instants.Of(Json.Find(status, "ts"))),
            Judge = path => _faults.Verdict(path, arrival),
        };
        heard.AddLeaves("", status);
        foreach (var component in status.EnumerateObject().Where(component => component.Value.ValueKind == JsonValueKind.Object))
        {
            _faults.Hear(component.Name, component.Value, whole, arrival);
            _overlay.Lay(component.Name, heard, whole);
        }

        return heard;
    }

    private Heard Status(string component, JsonElement status, DateTimeOffset arrival)
    {
        var heard = new Heard { Judge = path => _faults.Verdict(path, arrival) };
        heard.AddLeaves(component, status);
        _faults.Hear(component, status, whole: true, arrival);
        _overlay.Lay(component, heard, whole: true);
        return heard;
    }
}
