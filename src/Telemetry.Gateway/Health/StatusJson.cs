using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telemetry.Gateway.Health;

/// <summary>The view as JSON, by code made at build time: reflection would cost memory.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusView))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    private static readonly StatusJson Plain = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One line, accents as they are.</summary>
    internal static string Write(StatusView view) => JsonSerializer.Serialize(view, Plain.StatusView);

    /// <summary>Reads it back; null when the text is something else.</summary>
    internal static StatusView? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Plain.StatusView);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
