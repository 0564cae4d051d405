using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>What a host says of itself in a STATE message.</summary>
/// <param name="Online">There or not.</param>
/// <param name="Timestamp">When it said so, UTC milliseconds: an older word never overrules a newer one.</param>
internal readonly record struct HostState(bool Online, long Timestamp)
{
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{{\"online\":{(Online ? "true" : "false")},\"timestamp\":{Timestamp}}}"));

    /// <summary>Reads a STATE payload; null when it is not one.</summary>
    internal static HostState? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("online", out var online) && online.ValueKind is JsonValueKind.True or JsonValueKind.False
                && root.TryGetProperty("timestamp", out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var timestamp)
                ? new HostState(online.GetBoolean(), timestamp)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
