using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A device behind the Zigbee bridge: its name, its state and what counts as a change.</summary>
/// <param name="Target">Where faults hit it.</param>
/// <param name="Name">Its friendly name; may hold slashes and spaces.</param>
/// <param name="State">Its whole state: the bridge repeats all known fields each time.</param>
/// <param name="Signature">A number that changes when there is something new to say.</param>
internal sealed record ZigbeeChild(string Target, string Name, Func<JsonObject> State, Func<double> Signature)
{
    /// <summary>A temperature and humidity sensor on batteries (its voltage is in mV).</summary>
    internal static ZigbeeChild Sensor(RoomSensor sensor, string name, int battery, int link) => new(
        sensor.Target,
        name,
        () => new JsonObject
        {
            ["battery"] = battery,
            ["humidity"] = Math.Round(sensor.Humidity, 2),
            ["linkquality"] = link,
            ["temperature"] = double.IsNaN(sensor.Celsius) ? null : JsonValue.Create(Math.Round(sensor.Celsius, 2)),
            ["voltage"] = 2900 + battery,
        },
        () => double.IsNaN(sensor.Celsius) ? -999 : Math.Round(sensor.Celsius * 5));

    /// <summary>A metering plug (its voltage is in V).</summary>
    internal static ZigbeeChild Plug(string target, SubLoad load, string name, Func<double> volts) => new(
        target,
        name,
        () => new JsonObject
        {
            ["current"] = Math.Round(load.Watts / 0.9 / volts(), 2),
            ["energy"] = load.Meter.Shown,
            ["linkquality"] = 138,
            ["power"] = (int)Math.Round(load.Watts),
            ["power_outage_memory"] = "restore",
            ["state"] = "ON",
            ["voltage"] = (int)Math.Round(volts()),
        },
        () => Math.Round(load.Watts / 20) + (1000 * Math.Round(load.Meter.Shown, 2)));
}
