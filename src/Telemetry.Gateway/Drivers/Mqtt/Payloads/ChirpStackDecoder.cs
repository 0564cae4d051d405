using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// ChirpStack v4 events in JSON, <c>up</c> and <c>status</c>. Fields: <c>object.…</c> when the device has a codec, else the bytes; <c>fCnt</c>, <c>fPort</c>,
/// <c>rssi</c>, <c>snr</c>, and of a status <c>margin</c>, <c>batteryLevel</c>. Zeros are left out by the server, so an absent counter or port is 0.
/// </summary>
internal sealed class ChirpStackDecoder : IPayloadDecoder
{
    private readonly RadioFrames _frames = new();

    public IReadOnlyList<string> Topics(string topic) => [$"{topic}/event/up", $"{topic}/event/status"];

    public Heard Decode(FieldMessage message)
    {
        var status = message.Topic.EndsWith("/status", StringComparison.Ordinal);
        return Json.Read(message.Payload, root => Read(root, status, message.At));
    }

    private Heard Read(JsonElement root, bool status, DateTimeOffset arrival)
    {
        if (Json.Map(root, "deviceInfo") is null)
        {
            throw new FormatException("An event without deviceInfo.");
        }

        if (Json.Text(root, "deduplicationId") is { } id && !_frames.IsNew(id))
        {
            return Heard.Nothing;
        }

        var bytes = RadioFrames.Bytes(Json.Text(root, "data"));
        var decoded = Json.Map(root, "object");
        var heard = new Heard
        {
            At = Instants.Believed(Instants.Of(Json.Find(root, "time")), arrival, Instants.OfServer),
            Bytes = bytes,
            Undecoded = !status && decoded is null && bytes.Length > 0,
        };
        if (status)
        {
            AddStatus(heard, root);
            return heard;
        }

        if (decoded is { } fields)
        {
            heard.AddLeaves("object", fields);
        }

        heard.Add("fCnt", Number(root, "fCnt"));
        heard.Add("fPort", Number(root, "fPort"));
        RadioFrames.AddSignal(heard, Json.Items(root, "rxInfo"));
        return heard;
    }

    /// <summary>A level that the device cannot tell, or a device on the mains, is no level: zero would be a flat battery.</summary>
    private static void AddStatus(Heard heard, JsonElement root)
    {
        var unknown = Json.Find(root, "batteryLevelUnavailable") is { ValueKind: JsonValueKind.True }
            || Json.Find(root, "externalPowerSource") is { ValueKind: JsonValueKind.True };
        heard.Add("margin", Number(root, "margin"));
        heard.Add("batteryLevel", unknown ? Field.Null : Number(root, "batteryLevel"));
    }

    private static Field Number(JsonElement root, string name) => Json.Find(root, name) is { } said ? Field.Of(said) : Field.Of(0);
}
