using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Tasmota that counts the pulses of a gas meter.</summary>
internal sealed class TasmotaCounter(string target, string name, Meter meter) : TasmotaDevice(target, name)
{
    protected override void Sense(JsonObject sensor, DateTimeOffset now) =>
        sensor["COUNTER"] = new JsonObject { ["C1"] = (long)meter.Shown };
}
