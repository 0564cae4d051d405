using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// Tasmota, teleinfo included: SENSOR and STATE in JSON, LWT in text. The topic is all that stands before <c>/SENSOR</c>, in whatever
/// order the site put its parts. Its <c>Time</c> counts only when it says its zone, which it does not by default.
/// </summary>
internal sealed class TasmotaDecoder : IPayloadDecoder
{
    /// <summary>What adds up over phases; voltages and factors do not.</summary>
    private static readonly HashSet<string> Additive = new(StringComparer.Ordinal)
    {
        "Total", "Yesterday", "Today", "Period", "Power", "ApparentPower", "ReactivePower", "ExportActive", "ExportReactive", "TodaySumImport", "TodaySumExport",
    };

    private string? _questions;

    public IReadOnlyList<string> Topics(string topic)
    {
        string[] told = [$"{topic}/SENSOR", $"{topic}/STATE", $"{topic}/LWT"];
        _questions = Beside(topic, "cmnd");
        return Beside(topic, "stat") is { } answers ? [.. told, $"{answers}/RESULT", $"{answers}/STATUS8", $"{answers}/STATUS10"] : told;
    }

    /// <summary>Its sensors' status, which it else tells every five minutes.</summary>
    public IReadOnlyList<FieldRequest> Connected(DateTimeOffset at) =>
        _questions is null ? [] : [new FieldRequest($"{_questions}/STATUS", "10"u8.ToArray())];

    public Heard Decode(FieldMessage message) => message.Topic.EndsWith("/LWT", StringComparison.Ordinal)
        ? new Heard
        {
            Online = Json.Text(message.Payload) switch
            {
                "Online" => true,
                "Offline" => false,
                _ => throw new FormatException("LWT is neither Online nor Offline."),
            },
        }
        : Json.Read(message.Payload, root => Read(Json.Map(root, "StatusSNS") ?? root, message));

    /// <summary>The topic with another prefix in place of <c>tele</c>, wherever that stands; null when it stands nowhere.</summary>
    private static string? Beside(string topic, string prefix)
    {
        var parts = topic.Split('/');
        var at = Array.LastIndexOf(parts, "tele");
        return at < 0 ? null : string.Join('/', [.. parts[..at], prefix, .. parts[(at + 1)..]]);
    }

    private static Heard Read(JsonElement root, in FieldMessage message)
    {
        var said = Instants.Of(Json.Find(root, "Time")) ?? Instants.Of(Json.Find(root, "Epoch"));
        var heard = new Heard { At = message.OfDevice(said) };
        heard.AddLeaves(root, message.Wanted);
        AddSums(heard, root);
        if (string.Equals(Json.Text(root, "TempUnit"), "F", StringComparison.Ordinal))
        {
            heard.Change(IsTemperature, field => field.IsNumber ? field with { Number = (field.Number - 32) / 1.8 } : field);
        }

        return heard;
    }

    private static void AddSums(Heard heard, JsonElement root)
    {
        if (Json.Map(root, "ENERGY") is not { } energy)
        {
            return;
        }

        foreach (var phases in energy.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array && Additive.Contains(member.Name)))
        {
            heard.Add($"ENERGY.{phases.Name}", Sum(phases.Value));
        }
    }

    /// <summary>A phase without value leaves the sum without value: two thirds of a building are not the building.</summary>
    private static Field Sum(JsonElement phases)
    {
        var all = phases.EnumerateArray().ToList();
        var text = phases.GetRawText();
        return all.Count > 0 && all.TrueForAll(phase => phase.ValueKind == JsonValueKind.Number)
            ? new Field(all.Sum(phase => phase.GetDouble()), IsNull: false, IsNumber: true, text)
            : all.Exists(phase => phase.ValueKind != JsonValueKind.Null && phase.ValueKind != JsonValueKind.Number) ? Field.Of(text) : Field.Null;
    }

    private static bool IsTemperature(string path) =>
        path.EndsWith("Temperature", StringComparison.Ordinal) || path.EndsWith("DewPoint", StringComparison.Ordinal);
}
