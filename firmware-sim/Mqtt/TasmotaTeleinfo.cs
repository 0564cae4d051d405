using System.Text.Json.Nodes;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>A Tasmota that listens to a Linky in historic mode with an off-peak contract.</summary>
/// <remarks>Its ENERGY totals count since the firmware was installed and are not the indexes of the meter: those are in TIC, in Wh.</remarks>
internal sealed class TasmotaTeleinfo(string target, string name, Building building) : TasmotaDevice(target, name)
{
    private const int SubscribedAmperes = 60;
    private readonly DayTotals _days = new();

    protected override void Sense(JsonObject sensor, DateTimeOffset now)
    {
        var (night, day) = (building.OffPeak!, building.Main);
        var total = night.SinceStart + day.SinceStart + 9098.245;
        _days.Look(now, total);
        var apparent = 10 * (int)Math.Round(building.Electricity.Watts.Sum / building.Electricity.Factor / 10);
        var amperes = (int)Math.Round(apparent / 230.0);
        sensor["ENERGY"] = new JsonObject
        {
            ["TotalStartTime"] = "2024-01-15T10:02:17",
            ["Total"] = Math.Round(total, 3),
            ["Yesterday"] = Math.Round(_days.Yesterday, 3),
            ["Today"] = Math.Round(_days.Today, 3),
            ["Period"] = (int)Math.Round(_days.SinceLast * 1000),
            ["Power"] = apparent,
            ["Current"] = (double)amperes,
            ["Load"] = (int)Math.Round(100.0 * amperes / SubscribedAmperes),
        };
        sensor["TIC"] = new JsonObject
        {
            ["ADCO"] = "061964128801",
            ["OPTARIF"] = "HC..",
            ["ISOUSC"] = SubscribedAmperes,
            ["HCHC"] = (long)night.Shown,
            ["HCHP"] = (long)day.Shown,
            ["PTEC"] = Building.IsOffPeak(LocalTime.Of(now)) ? "HC.." : "HP..",
            ["IINST"] = amperes,
            ["IMAX"] = 90,
            ["PAPP"] = apparent,
            ["HHPHC"] = "A",
            ["MOTDETAT"] = 0,
        };
    }
}
