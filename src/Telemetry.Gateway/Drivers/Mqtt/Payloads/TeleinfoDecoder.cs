using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// teleinfo2mqtt: one object a label, <c>{"PAPP":{"raw":"4110","value":4110}}</c>. Identifiers come from <c>raw</c>, which keeps their leading
/// zeros; a label with a horodate has an instant of its own. Beside it, the colours of the tariff as <c>tempo.…</c>.
/// </summary>
internal sealed class TeleinfoDecoder : IPayloadDecoder
{
    private static readonly HashSet<string> Identifiers = new(StringComparer.Ordinal) { "ADCO", "ADSC", "PRM" };

    public IReadOnlyList<string> Topics(string topic)
    {
        var slash = topic.LastIndexOf('/');
        return slash > 0 ? [topic, $"{topic[..slash]}/tempo"] : [topic];
    }

    public Heard Decode(FieldMessage message) => Json.Read(message.Payload, root =>
    {
        var heard = new Heard();
        if (message.Topic.EndsWith("/tempo", StringComparison.Ordinal))
        {
            heard.AddLeaves("tempo", root);
            return heard;
        }

        foreach (var label in root.EnumerateObject().Where(label => label.Value.ValueKind == JsonValueKind.Object))
        {
            heard.Add(label.Name, Read(label.Name, label.Value, message.At));
        }

        return heard;
    });

    private static Field Read(string label, JsonElement said, DateTimeOffset arrival)
    {
        var raw = Json.Text(said, "raw");
        var field = Identifiers.Contains(label) && raw is not null ? Field.Of(raw)
            : Json.Find(said, "value") is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } value ? Field.Of(value)
            : raw is not null ? Field.Parse(raw)
            : Field.Null;
        var horodate = Json.Map(said, "timestamp") is { } timestamp ? Instants.Parse(Json.Text(timestamp, "date")) : null;
        return field with { At = Instants.Believed(horodate, arrival, Instants.OfServer) };
    }
}
