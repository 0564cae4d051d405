using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Tasmota with a DS18B20 probe; an open probe reads null.</summary>
internal sealed class TasmotaThermometer(string target, string name, RoomSensor probe) : TasmotaDevice(target, name)
{
    protected override void Sense(JsonObject sensor, DateTimeOffset now)
    {
        sensor["DS18B20"] = new JsonObject
        {
            ["Id"] = "3C01D607B2A4",
            ["Temperature"] = double.IsNaN(probe.Celsius) ? null : JsonValue.Create(Math.Round(probe.Celsius, 1)),
        };
        sensor["TempUnit"] = "C";
    }
}
