using System.Globalization;
using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Kamstrup MULTICAL with a wireless M-Bus module, heard by wmbusmeters, which publishes each telegram as JSON and leaves no will.</summary>
/// <remarks>Whole kilowatt-hours, hundredths of the rest, as the telegram carries them; the instant is UTC, to the second.</remarks>
internal sealed class WmbusHeatMeter(string target, string id, HeatMeter meter) : IMqttDevice
{
    public string? Target => target;

    public string ClientId => "wmbusmeters_" + id;

    public TimeSpan Tick => TimeSpan.FromSeconds(60);

    public Message? Will => null;

    public IEnumerable<Message> Arrive(DateTimeOffset now) => [];

    public IEnumerable<Message> Speak(DateTimeOffset now)
    {
        yield return Message.Json("wmbusmeters/" + id, new JsonObject
        {
            ["media"] = "heat",
            ["meter"] = "kamheat",
            ["name"] = target.Replace('/', '-'),
            ["id"] = id,
            ["status"] = "OK",
            ["total_energy_consumption_kwh"] = (long)meter.Energy.Shown,
            ["total_volume_m3"] = Math.Round(meter.Volume, 2),
            ["volume_flow_m3h"] = Math.Round(meter.FlowRate, 3),
            ["t1_temperature_c"] = Math.Round(meter.FlowC, 2),
            ["t2_temperature_c"] = Math.Round(meter.ReturnC, 2),
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        });
    }
}
