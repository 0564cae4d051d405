using System.Globalization;
using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>What all Tasmota devices share: topics, last will, local time without offset, a STATE now and then.</summary>
internal abstract class TasmotaDevice(string target, string name) : IMqttDevice
{
    private static readonly TimeSpan StateEvery = TimeSpan.FromMinutes(5);
    private DateTimeOffset _arrived;
    private DateTimeOffset _stated = DateTimeOffset.MinValue;

    public string? Target => target;

    public string ClientId => "DVES_" + name;

    public TimeSpan Tick => TimeSpan.FromSeconds(10);

    public Message? Will => new Message($"tele/{name}/LWT", "Offline", Retain: true);

    public IEnumerable<Message> Arrive(DateTimeOffset now)
    {
        (_arrived, _stated) = (now, DateTimeOffset.MinValue);
        yield return new Message($"tele/{name}/LWT", "Online", Retain: true);
    }

    public IEnumerable<Message> Speak(DateTimeOffset now)
    {
        if (now - _stated >= StateEvery)
        {
            _stated = now;
            yield return Message.Json($"tele/{name}/STATE", State(now));
        }

        var sensor = new JsonObject { ["Time"] = Time(now) };
        Sense(sensor, now);
        yield return Message.Json($"tele/{name}/SENSOR", sensor);
    }

    /// <summary>Adds what the device measures.</summary>
    protected abstract void Sense(JsonObject sensor, DateTimeOffset now);

    /// <summary>Local time as Tasmota writes it.</summary>
    protected static string Time(DateTimeOffset now) => LocalTime.Of(now).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private JsonObject State(DateTimeOffset now)
    {
        var up = now - _arrived;
        return new JsonObject
        {
            ["Time"] = Time(now),
            ["Uptime"] = string.Create(CultureInfo.InvariantCulture, $"{up.Days}T{up:hh\\:mm\\:ss}"),
            ["UptimeSec"] = (long)up.TotalSeconds,
            ["Heap"] = 25,
            ["SleepMode"] = "Dynamic",
            ["Sleep"] = 50,
            ["LoadAvg"] = 19,
            ["MqttCount"] = 1,
            ["Wifi"] = new JsonObject
            {
                ["AP"] = 1,
                ["SSId"] = "valmont-technique",
                ["BSSId"] = "00:00:5E:00:53:01",
                ["Channel"] = 6,
                ["RSSI"] = 78,
                ["Signal"] = -61,
                ["LinkCount"] = 1,
                ["Downtime"] = "0T00:00:04",
            },
        };
    }
}
