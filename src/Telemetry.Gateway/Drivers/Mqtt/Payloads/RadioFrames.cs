using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>What the two LoRaWAN servers have in common: frames heard by several antennas and sent again, bytes that nobody decoded.</summary>
internal sealed class RadioFrames
{
    private const int Remembered = 32;
    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>True the first time a frame is seen; frames are told apart by what the server calls them.</summary>
    internal bool IsNew(string key)
    {
        if (key.Length > 256 || !_known.Add(key))
        {
            return key.Length > 256;
        }

        _order.Enqueue(key);
        if (_order.Count > Remembered)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }

    /// <summary>The bytes of a frame; empty when there are none.</summary>
    /// <exception cref="FormatException">Not Base64.</exception>
    internal static byte[] Bytes(string? base64) => base64 is null ? [] : Convert.FromBase64String(base64);

    /// <summary>The best antenna's signal, as <c>rssi</c> and <c>snr</c>.</summary>
    internal static void AddSignal(Heard heard, IEnumerable<JsonElement> antennas)
    {
        var heardBy = antennas
            .Select(antenna => (Rssi: Json.Find(antenna, "rssi"), Snr: Json.Find(antenna, "snr")))
            .Where(antenna => antenna.Rssi is { ValueKind: JsonValueKind.Number })
            .ToList();
        if (heardBy.Count == 0)
        {
            return;
        }

        var (rssi, snr) = heardBy.MaxBy(antenna => antenna.Rssi!.Value.GetDouble());
        heard.Add("rssi", Field.Of(rssi!.Value));
        if (snr is { ValueKind: JsonValueKind.Number } ratio)
        {
            heard.Add("snr", Field.Of(ratio));
        }
    }
}
