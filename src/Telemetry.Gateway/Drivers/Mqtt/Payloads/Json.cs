using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>Reads the JSON sent by a device, within bounds.</summary>
internal static class Json
{
    private const int Longest = 64 * 1024;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What <paramref name="read"/> makes of the object.</summary>
    /// <exception cref="FormatException">Not an object, broken, or too long.</exception>
    internal static Heard Read(ReadOnlyMemory<byte> payload, Func<JsonElement, Heard> read) =>
        ReadAny(payload, root => root.ValueKind == JsonValueKind.Object ? read(root) : throw new FormatException("Not a JSON object."));

    /// <summary>What <paramref name="read"/> makes of an object, an array or a bare value.</summary>
    /// <exception cref="FormatException">Broken, or too long.</exception>
    internal static Heard ReadAny(ReadOnlyMemory<byte> payload, Func<JsonElement, Heard> read)
    {
        if (payload.Length is 0 or > Longest)
        {
            throw new FormatException($"A message of {payload.Length} bytes is not understood.");
        }

        try
        {
            using var json = JsonDocument.Parse(Readable(payload), Options);
            return read(json.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Half an emoji written as an escape is found only when the text is asked for.
            throw new FormatException($"Not JSON: {broken.Message}", broken);
        }
    }

    /// <summary>A short text payload, without the blanks around it.</summary>
    /// <exception cref="FormatException">Too long to be one.</exception>
    internal static string Text(ReadOnlyMemory<byte> payload) => payload.Length <= 256
        ? Encoding.UTF8.GetString(payload.Span).Trim()
        : throw new FormatException($"A text of {payload.Length} bytes is not understood.");

    /// <summary>A text member, or null.</summary>
    internal static string? Text(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member that is an object, or null.</summary>
    internal static JsonElement? Map(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Object } map ? map : null;

    /// <summary>The items of a member that is an array; none when it is not.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A member, or null.</summary>
    internal static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;

    /// <summary>Bytes as they are, or read as Latin-1: a device named in the old way still measures.</summary>
    private static ReadOnlyMemory<byte> Readable(ReadOnlyMemory<byte> payload) =>
        Utf8.IsValid(payload.Span) ? payload : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(payload.Span));
}
