using System.Globalization;
using System.Text.Json;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// Any other publisher: fields by their dotted path in JSON (<c>meters.0.power</c>), a bare number as <c>value</c>, and on the sub-topics that the
/// profile names as <c>sub/topic</c> or <c>sub/topic:path</c>. Numbers written as texts are taken for numbers.
/// </summary>
internal sealed class MappingDecoder(MessageOptions options) : IPayloadDecoder
{
    private string _topic = "";

    public IReadOnlyList<string> Topics(string topic)
    {
        _topic = topic;
        var topics = options.Topics.Select(sub => $"{topic}/{sub}").Prepend(topic);
        return [.. (options.Availability is { } there ? topics.Append($"{topic}/{there.Topic}") : topics).Distinct(StringComparer.Ordinal)];
    }

    public Heard Decode(FieldMessage message)
    {
        var sub = message.Topic.Length > _topic.Length ? message.Topic[(_topic.Length + 1)..] : "";
        return options.Availability is { } there && string.Equals(sub, there.Topic, StringComparison.Ordinal)
            ? new Heard { Online = Availability(there, Json.Text(message.Payload)) }
            : Json.ReadAny(message.Payload, root => Read(root, sub, message.At));
    }

    private Heard Read(JsonElement root, string sub, DateTimeOffset arrival)
    {
        var heard = new Heard
        {
            At = Instants.Believed(Instant(root, arrival), arrival, Instants.OfServer),
            Member = options.Member is { } member ? TextOf(Walk(root, member)) ?? "" : null,
        };
        if (root.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            var content = new Heard();
            content.AddLeaves("", root);
            foreach (var (path, field) in content.Fields)
            {
                heard.Add(sub.Length == 0 ? path : $"{sub}:{path}", Number(field));
            }
        }
        else
        {
            heard.Add(sub.Length == 0 ? "value" : sub, Number(Field.Of(root)));
        }

        return heard;
    }

    private static Field Number(Field field) => field is { IsNumber: false, IsNull: false } ? Field.Parse(field.Text) : field;

    private DateTimeOffset? Instant(JsonElement root, DateTimeOffset arrival)
    {
        if (options.TimeField is not { } path)
        {
            return null;
        }

        var said = Walk(root, path);
        return Instants.Of(said)
            ?? (options.Zone is { } zone && said is { ValueKind: JsonValueKind.String } text ? Instants.Parse(text.GetString(), zone, arrival) : null);
    }

    private static bool Availability(MessageOptions.Presence there, string text) =>
        string.Equals(text, there.Online, StringComparison.Ordinal) ? true
        : string.Equals(text, there.Offline, StringComparison.Ordinal) ? false
        : throw new FormatException($"Neither {there.Online} nor {there.Offline}.");

    private static string? TextOf(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    private static JsonElement? Walk(JsonElement element, string path)
    {
        var at = element;
        foreach (var step in path.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else if (Json.Find(at, step) is { } next)
            {
                at = next;
            }
            else
            {
                return null;
            }
        }

        return at;
    }
}
