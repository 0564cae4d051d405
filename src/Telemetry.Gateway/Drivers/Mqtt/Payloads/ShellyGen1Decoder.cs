namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// Shelly, first generation: one value a topic, no time. Fields are the topic's last levels: <c>emeter.0.power</c>, <c>relay.0</c>.
/// <c>energy</c> counts Watt-minutes from the last restart, <c>total</c> counts Wh and stays.
/// </summary>
internal sealed class ShellyGen1Decoder : IPayloadDecoder
{
    public IReadOnlyList<string> Topics(string topic) =>
        [$"{topic}/online", $"{topic}/relay/+", $"{topic}/relay/+/+", $"{topic}/emeter/+/+", $"{topic}/sensor/+", $"{topic}/temperature"];

    public Heard Decode(FieldMessage message)
    {
        var levels = message.Topic.Split('/');
        var text = Json.Text(message.Payload);
        switch (levels)
        {
            case [.., "online"]:
                return new Heard
                {
                    Online = text switch
                    {
                        "true" => true,
                        "false" => false,
                        _ => throw new FormatException("online is neither true nor false."),
                    },
                };
            case [.., "command"]:
                return Heard.Nothing;
            case [.., "relay", var number]:
                return One($"relay.{number}", text switch
                {
                    "on" => Field.Of(flag: true),
                    "off" => Field.Of(flag: false),
                    "overpower" => Field.Of(flag: false),
                    _ => throw new FormatException("A relay is neither on nor off."),
                });
            case [.., "relay" or "emeter", var number, var name]:
                return One($"{levels[^3]}.{number}.{name}", Value(text));
            case [.., "sensor", var name]:
                return One($"sensor.{name}", Value(text));
            case [.., "temperature"]:
                return One("temperature", Value(text));
            default:
                return Heard.Nothing;
        }
    }

    private static Field Value(string text)
    {
        var field = Field.Parse(text);
        return field.IsNumber ? field
            : text is "null" ? Field.Null
            : text is "true" or "false" ? Field.Of(text.Length == 4)
            : throw new FormatException("Not a number.");
    }

    private static Heard One(string path, Field field)
    {
        var heard = new Heard();
        heard.Add(path, field);
        return heard;
    }
}
