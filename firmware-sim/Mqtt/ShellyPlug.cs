using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Shelly Plus Plug S: <c>switch:0</c>.</summary>
internal sealed class ShellyPlug(string target, string id, SubLoad load, Func<double> volts) : ShellyDevice(target, id)
{
    private readonly double[] _minutes = [0, 0, 0];
    private double _atMinute = load.Meter.Shown;

    protected override double Watts => load.Watts;

    protected override JsonObject Power() => new()
    {
        ["switch:0"] = new JsonObject
        {
            ["id"] = 0,
            ["output"] = true,
            ["apower"] = Math.Round(load.Watts, 1),
            ["voltage"] = Math.Round(volts(), 1),
            ["current"] = Math.Round(load.Watts / 0.96 / volts(), 3),
        },
    };

    protected override JsonObject Energy(DateTimeOffset now)
    {
        var total = load.Meter.Shown;
        (_minutes[2], _minutes[1], _minutes[0]) = (_minutes[1], _minutes[0], Math.Max(0, total - _atMinute) * 1000);
        _atMinute = total;
        return new JsonObject
        {
            ["switch:0"] = new JsonObject
            {
                ["id"] = 0,
                ["aenergy"] = new JsonObject
                {
                    // Milliwatt-hours of the last three minutes, the newest first.
                    ["by_minute"] = new JsonArray([.. _minutes.Select(value => JsonValue.Create(Math.Round(value, 3)))]),
                    ["minute_ts"] = now.ToUnixTimeSeconds() / 60 * 60,
                    ["total"] = total,
                },
            },
        };
    }
}
