using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Tasmota metering plug.</summary>
internal sealed class TasmotaEnergy(string target, string name, SubLoad load, Func<double> volts) : TasmotaDevice(target, name)
{
    private const double Factor = 0.93;
    private readonly DayTotals _days = new();

    protected override void Sense(JsonObject sensor, DateTimeOffset now)
    {
        var total = load.Meter.Shown;
        _days.Look(now, total);
        var apparent = load.Watts / Factor;
        sensor["ENERGY"] = new JsonObject
        {
            ["TotalStartTime"] = "2023-09-04T09:12:31",
            ["Total"] = total,
            ["Yesterday"] = Math.Round(_days.Yesterday, 3),
            ["Today"] = Math.Round(_days.Today, 3),
            ["Period"] = (int)Math.Round(_days.SinceLast * 1000),
            ["Power"] = (int)Math.Round(load.Watts),
            ["ApparentPower"] = (int)Math.Round(apparent),
            ["ReactivePower"] = (int)Math.Round(Math.Sqrt(Math.Max(0, (apparent * apparent) - (load.Watts * load.Watts)))),
            ["Factor"] = Factor,
            ["Voltage"] = (int)Math.Round(volts()),
            ["Current"] = Math.Round(apparent / volts(), 3),
        };
    }
}
