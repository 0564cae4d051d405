using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// Zigbee2MQTT: every message repeats all known fields. With <c>last_seen</c> the instant of the report is known, and a message sent again
/// says the same instant; without it an unchanged field keeps the instant it was first seen with. Output in JSON, one topic a field, or both.
/// </summary>
internal sealed class ZigbeeDecoder : IPayloadDecoder
{
    private string _topic = "";

    public IReadOnlyList<string> Topics(string topic)
    {
        _topic = topic;
        return [topic, $"{topic}/+"];
    }

    public Heard Decode(FieldMessage message)
    {
        var field = message.Topic.Length > _topic.Length ? message.Topic[(_topic.Length + 1)..] : "";
        return field switch
        {
            "" => Json.Read(message.Payload, root => State(root, message)),
            "availability" => new Heard { Online = Availability(message.Payload) },
            "set" or "get" => Heard.Nothing,
            _ => Attribute(field, message.Payload),
        };
    }

    private static Heard State(JsonElement root, in FieldMessage message)
    {
        var seen = Instants.Believed(Instants.Of(Json.Find(root, "last_seen")), message.At, Instants.OfServer);
        var heard = new Heard { At = seen, RepeatsKeepTheirInstant = seen is null };
        heard.AddLeaves(root, message.Wanted);
        return heard;
    }

    /// <summary>A field on a topic of its own. A long or structured payload there is another device, whose name continues ours after a slash.</summary>
    private static Heard Attribute(string field, ReadOnlyMemory<byte> payload)
    {
        var heard = new Heard { RepeatsKeepTheirInstant = true };
        if (payload.Length is > 0 and <= 64 && payload.Span[0] is not ((byte)'{' or (byte)'['))
        {
            var text = Json.Text(payload);
            heard.Add(field, text is "null" ? Field.Null : text is "true" or "false" ? Field.Of(text.Length == 4) : Field.Parse(text));
        }

        return heard;
    }

    private static bool Availability(ReadOnlyMemory<byte> payload)
    {
        var text = Json.Text(payload);
        if (text.StartsWith('{'))
        {
            Json.Read(payload, root =>
            {
                text = Json.Text(root, "state");
                return Heard.Nothing;
            });
        }

        return text switch
        {
            "online" => true,
            "offline" => false,
            _ => throw new FormatException("availability is neither online nor offline."),
        };
    }
}
