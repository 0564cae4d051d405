using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Shelly Pro 3EM on three phases: <c>em:0</c> and <c>emdata:0</c>.</summary>
internal sealed class ShellyMeter(string target, string id, SubLoad load, Electricity grid) : ShellyDevice(target, id)
{
    private const double Factor = 0.97;
    private static readonly string[] Names = ["a", "b", "c"];

    protected override double Watts => load.Watts;

    protected override JsonObject Power()
    {
        var status = new JsonObject { ["id"] = 0 };
        var amperes = 0.0;
        for (var phase = 0; phase < 3; phase++)
        {
            var (name, watts, volts) = (Names[phase], load.PhaseWatts[phase], grid.Volts[phase]);
            amperes += watts / Factor / volts;
            status[name + "_current"] = Math.Round(watts / Factor / volts, 3);
            status[name + "_voltage"] = Math.Round(volts, 1);
            status[name + "_act_power"] = Math.Round(watts, 1);
            status[name + "_aprt_power"] = Math.Round(watts / Factor, 1);
            status[name + "_pf"] = Factor;
            status[name + "_freq"] = Math.Round(grid.Hertz, 1);
        }

        status["n_current"] = null;
        status["total_current"] = Math.Round(amperes, 3);
        status["total_act_power"] = Math.Round(load.Watts, 3);
        status["total_aprt_power"] = Math.Round(load.Watts / Factor, 3);
        status["user_calibrated_phase"] = new JsonArray();
        return new JsonObject { ["em:0"] = status };
    }

    protected override JsonObject Energy(DateTimeOffset now)
    {
        var data = new JsonObject { ["id"] = 0 };
        var total = load.Meter.Shown;
        var shares = load.PhaseWatts * (1 / Math.Max(1e-6, load.Watts));
        for (var phase = 0; phase < 3; phase++)
        {
            data[Names[phase] + "_total_act_energy"] = Math.Round(total * shares[phase], 2);
            data[Names[phase] + "_total_act_ret_energy"] = 0.0;
        }

        data["total_act"] = total;
        data["total_act_ret"] = 0.0;
        return new JsonObject { ["emdata:0"] = data };
    }
}
