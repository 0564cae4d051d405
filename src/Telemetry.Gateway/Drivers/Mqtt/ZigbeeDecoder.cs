using System.Text;
using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Zigbee2MQTT: every message repeats all known fields, so an unchanged field keeps the instant it was first seen with.</summary>
internal sealed class ZigbeeDecoder : IPayloadDecoder
{
    public IReadOnlyList<string> Topics(string topic) => [topic, $"{topic}/availability"];

    public Heard Decode(FieldMessage message)
    {
        if (message.Topic.EndsWith("/availability", StringComparison.Ordinal))
        {
            return new Heard { Online = Availability(message.Payload) };
        }

        using var json = Json.Parse(message.Payload);
        var heard = new Heard { RepeatsKeepTheirInstant = true };
        heard.AddLeaves("", json.RootElement);
        return heard;
    }

    private static bool Availability(ReadOnlyMemory<byte> payload)
    {
        var text = Encoding.UTF8.GetString(payload.Span).Trim();
        if (text.StartsWith('{'))
        {
            using var json = Json.Parse(payload);
            text = json.RootElement.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.String ? state.GetString() ?? "" : "";
        }

        return text switch
        {
            "online" => true,
            "offline" => false,
            _ => throw new FormatException("availability is neither online nor offline."),
        };
    }
}
