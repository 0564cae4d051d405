using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Settings that belong together on the page, with what the gateway does with them.</summary>
/// <param name="Id">Its anchor on the page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">Who obeys these settings: said so that nobody takes an advice for an order.</param>
/// <param name="Settings">Which.</param>
internal sealed record SettingGroup(string Id, Phrase Title, Phrase Note, IReadOnlyList<Setting> Settings)
{
    /// <summary>What is set for each zone.</summary>
    public static IReadOnlyList<SettingGroup> OfZone { get; } =
    [
        new("reduit", SettingWords.Rooms, SettingWords.RoomsNote, [Setting.Comfort, Setting.Reduced, Setting.Frost, Setting.SetbackRaiseFrom, Setting.SetbackRaiseTo]),
        new("saison", SettingWords.Season, SettingWords.SeasonNote, [Setting.HeatingLimit]),
        new("relance", SettingWords.Times, SettingWords.TimesNote, [Setting.OptimumStartMost, Setting.OptimumStartDays, Setting.OptimumStopMost]),
        new("courbe", SettingWords.Curve, SettingWords.CurveNote,
            [Setting.CurveSlope, Setting.CurveShift, Setting.FlowMin, Setting.FlowMax, Setting.RoomInfluence, Setting.DesignOutdoor, Setting.DesignFlow, Setting.DesignReturn, Setting.GainOffset]),
    ];

    /// <summary>What is set for the boilers, burners and pumps.</summary>
    public static IReadOnlyList<SettingGroup> OfPlant { get; } =
    [
        new("bruleur", SettingWords.Burner, SettingWords.BurnerNote, [Setting.BurnerLeastRun, Setting.BurnerLeastStop, Setting.StartsToWatch, Setting.StartsInAlarm]),
        new("pompes", SettingWords.Pumps, SettingWords.PumpsNote, [Setting.PumpLead, Setting.PumpOverrun]),
        new("generateur", SettingWords.Boiler, SettingWords.BoilerNote, [Setting.OutdoorFrost, Setting.BoilerMost, Setting.BoilerLeastReturn, Setting.SwitchingDifference]),
        new("sondes", SettingWords.Sensors, SettingWords.SensorsNote, [Setting.RoomSensorSilence, Setting.PlantSensorSilence, Setting.FallbackOutdoor]),
    ];

    /// <summary>Hot water.</summary>
    public static SettingGroup HotWater { get; } = new("ecs", SettingWords.HotWater, SettingWords.HotWaterNote,
        [Setting.HotWater, Setting.HotWaterHysteresis, Setting.LegionellaRun, Setting.LoopLeast, Setting.AntiScald]);

    /// <summary>The value of a setting in a programme; NaN for one of a zone or of hot water that is not there.</summary>
    public static double ValueOf(Programme programme, ZoneProgramme zone, Setting setting) =>
        zone.Settings.Values().Concat(programme.Plant.Values()).Concat((programme.HotWater ?? HotWaterSettings.Usual).Values())
            .Where(one => one.Setting == setting).Select(one => one.Value).DefaultIfEmpty(double.NaN).First();
}
