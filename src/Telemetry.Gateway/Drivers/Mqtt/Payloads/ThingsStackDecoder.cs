using System.Globalization;
using System.Text.Json;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// The Things Stack v3 uplinks. Fields: <c>decoded_payload.…</c> when the application has a formatter, else the bytes; <c>f_cnt</c>, <c>f_port</c>,
/// <c>battery</c>, <c>rssi</c>, <c>snr</c>. A field equal to zero is left out by the server, so an absent counter or port is 0. The instant is the network's.
/// </summary>
internal sealed class ThingsStackDecoder : IPayloadDecoder
{
    private readonly RadioFrames _frames = new();

    public IReadOnlyList<string> Topics(string topic) => [$"{topic}/up"];

    public Heard Decode(FieldMessage message) => Json.Read(message.Payload, root => Read(root, message.At));

    private Heard Read(JsonElement root, DateTimeOffset arrival)
    {
        if (Json.Map(root, "end_device_ids") is not { } ids || Json.Map(root, "uplink_message") is not { } uplink)
        {
            throw new FormatException("An uplink without end_device_ids or uplink_message.");
        }

        if (Json.Find(root, "simulated") is { ValueKind: JsonValueKind.True })
        {
            throw new FormatException("A simulated uplink is not a measurement.");
        }

        var count = Number(uplink, "f_cnt");
        var session = Json.Text(uplink, "session_key_id");
        if (session is not null && !_frames.IsNew(string.Create(CultureInfo.InvariantCulture, $"{Json.Text(ids, "dev_eui")} {session} {count.Number}")))
        {
            return Heard.Nothing;
        }

        var bytes = RadioFrames.Bytes(Json.Text(uplink, "frm_payload"));
        var decoded = Json.Map(uplink, "decoded_payload");
        var said = Instants.Of(Json.Find(uplink, "received_at")) ?? Instants.Of(Json.Find(root, "received_at"));
        var heard = new Heard { At = Instants.Believed(said, arrival, Instants.OfServer), Bytes = bytes, Undecoded = decoded is null && bytes.Length > 0 };
        if (decoded is { } fields)
        {
            heard.AddLeaves("decoded_payload", fields);
        }

        heard.Add("f_cnt", count);
        heard.Add("f_port", Number(uplink, "f_port"));
        if (Json.Map(uplink, "last_battery_percentage") is { } battery && Json.Find(battery, "value") is { } percent)
        {
            heard.Add("battery", Field.Of(percent));
        }

        RadioFrames.AddSignal(heard, Json.Items(uplink, "rx_metadata"));
        return heard;
    }

    private static Field Number(JsonElement uplink, string name) => Json.Find(uplink, name) is { } said ? Field.Of(said) : Field.Of(0);
}
