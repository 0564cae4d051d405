using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Telemetry.Gateway.Health;

/// <summary>The view as JSON, by code made at build time: reflection would cost memory.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(FramesView))]
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

    /// <summary>One line.</summary>
    internal static string Write(FramesView frames) => JsonSerializer.Serialize(frames, Plain.FramesView);

    /// <summary>Reads it back; null when the text is something else.</summary>
    internal static StatusView? Read(string text) => Read(text, Plain.StatusView);

    /// <summary>Reads it back; null when the text is something else.</summary>
    internal static FramesView? ReadFrames(string text) => Read(text, Plain.FramesView);

    private static T? Read<T>(string text, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
