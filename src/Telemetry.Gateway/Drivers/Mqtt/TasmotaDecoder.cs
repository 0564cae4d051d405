using System.Text;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Tasmota, teleinfo included: SENSOR and STATE in JSON, LWT in text. Its <c>Time</c> has no zone, so the arrival counts.</summary>
internal sealed class TasmotaDecoder : IPayloadDecoder
{
    public IReadOnlyList<string> Topics(string topic) => [$"{topic}/SENSOR", $"{topic}/STATE", $"{topic}/LWT"];

    public Heard Decode(FieldMessage message)
    {
        if (message.Topic.EndsWith("/LWT", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetString(message.Payload.Span) switch
            {
                "Online" => new Heard { Online = true },
                "Offline" => new Heard { Online = false },
                _ => throw new FormatException("LWT is neither Online nor Offline."),
            };
        }

        using var json = Json.Parse(message.Payload);
        var heard = new Heard();
        if (message.Topic.EndsWith("/SENSOR", StringComparison.Ordinal))
        {
            heard.AddLeaves("", json.RootElement);
        }

        return heard;
    }
}
