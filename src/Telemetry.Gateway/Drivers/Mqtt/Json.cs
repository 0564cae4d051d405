using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Reads a JSON object sent by a device, within bounds.</summary>
internal static class Json
{
    private const int Longest = 64 * 1024;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The object.</summary>
    /// <exception cref="FormatException">Not an object, broken, or too long.</exception>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> payload)
    {
        if (payload.Length is 0 or > Longest)
        {
            throw new FormatException($"A message of {payload.Length} bytes is not understood.");
        }

        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(payload, Options);
        }
        catch (JsonException broken)
        {
            throw new FormatException($"Not JSON: {broken.Message}", broken);
        }

        if (json.RootElement.ValueKind == JsonValueKind.Object)
        {
            return json;
        }

        json.Dispose();
        throw new FormatException("Not a JSON object.");
    }
}
