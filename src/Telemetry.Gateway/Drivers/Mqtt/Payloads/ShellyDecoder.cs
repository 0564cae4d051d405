using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// Shelly Gen2 and later: NotifyStatus holds changed fields only, NotifyFullStatus all, <c>status/…</c> one component whole;
/// <c>ts</c> is UTC seconds when the device knows the time.
/// </summary>
internal sealed class ShellyDecoder : IPayloadDecoder
{
    private readonly ShellyFaults _faults = new();

    public IReadOnlyList<string> Topics(string topic) => [$"{topic}/events/rpc", $"{topic}/status/+", $"{topic}/online"];

    public Heard Decode(FieldMessage message)
    {
        var levels = message.Topic.Split('/');
        return levels switch
        {
            [.., "online"] => new Heard
            {
                Online = Json.Text(message.Payload) switch
                {
                    "true" => true,
                    "false" => false,
                    _ => throw new FormatException("online is neither true nor false."),
                },
            },
            [.., "status", var component] => Json.Read(message.Payload, root => Status(component, root, message.At)),
            _ => Json.Read(message.Payload, root => Notification(root, message.At)),
        };
    }

    private Heard Notification(JsonElement root, DateTimeOffset arrival)
    {
        var method = Json.Text(root, "method");
        if (method is not ("NotifyStatus" or "NotifyFullStatus"))
        {
            return method is not null ? Heard.Nothing : throw new FormatException("A notification without method.");
        }

        if (Json.Map(root, "params") is not { } status)
        {
            throw new FormatException("A notification without params.");
        }

        foreach (var component in status.EnumerateObject().Where(component => component.Value.ValueKind == JsonValueKind.Object))
        {
            _faults.Hear(component.Name, component.Value, whole: method is "NotifyFullStatus", arrival);
        }

        return Told("", status, Instants.Believed(Instants.Of(Json.Find(status, "ts")), arrival, Instants.OfDevice), arrival);
    }

    private Heard Status(string component, JsonElement status, DateTimeOffset arrival)
    {
        _faults.Hear(component, status, whole: true, arrival);
        return Told(component, status, at: null, arrival);
    }

    private Heard Told(string prefix, JsonElement status, DateTimeOffset? at, DateTimeOffset arrival)
    {
        var heard = new Heard { At = at, Judge = path => _faults.Verdict(path, arrival) };
        heard.AddLeaves(prefix, status);
        return heard;
    }
}
