using Telemetry.Model.Measures;
using static Telemetry.Model.Settings.Confirmation;
using static Telemetry.Model.Settings.SettingKeeper;

namespace Telemetry.Model.Settings;

/// <summary>Defaults and bounds of every setting: one table for the page, the centre and the gateway.</summary>
/// <remarks>
/// Room temperatures: Code de l'énergie R.241-26 (19 °C), R.241-27 (16 °C from 24 h, 8 °C from 48 h of absence), R.241-29 and the arrêté of 25 July
/// 1977 (22 °C for small children, 20 °C for changing rooms; its 14 °C for sport is contested since a ministerial reply of 2017: above 16 °C we ask for
/// a reason). Hot water: arrêté of 30 November 2005. Curve, frost, optimum
/// start and pump times: factory values and ranges of Siemens RVL and RMH760B, RMK770, Viessmann, and Modelica Buildings. The other bounds are ours
/// and on the safe side. A setback of more than 3 K cannot be won back over night by a heated floor: rooms for small children keep 19 °C.
/// </remarks>
public static class SettingRules
{
    /// <summary>The rule of a setting.</summary>
    /// <param name="setting">Which.</param>
    /// <param name="premises">What the zone is used for; settings of a boiler room do not ask.</param>
    /// <param name="emitter">What heats the zone; settings of a boiler room do not ask.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such setting.</exception>
    public static SettingRule Of(Setting setting, Premises premises = Premises.Ordinary, Emitter emitter = Emitter.Radiators) => setting switch
    {
        <= Setting.Frost => OfRooms(setting, premises),
        <= Setting.GainOffset => OfCurve(setting, emitter),
        <= Setting.OptimumStopMost => OfTimes(setting, emitter),
        <= Setting.PumpOverrun => OfBoiler(setting),
        _ => OfWaterAndSensors(setting),
    };

    private static SettingRule OfRooms(Setting setting, Premises premises) => (setting, premises) switch
    {
        (Setting.Comfort, Premises.SmallChildren) => Degrees(22, 18, 24, 0.5, Technician, TwoSteps) with { LegalMost = 22 },
        (Setting.Comfort, Premises.SportHall) => Degrees(16, 10, 18, 0.5, Technician, TwoSteps) with { LegalMost = 16 },
        (Setting.Comfort, Premises.ChangingRoom) => Degrees(20, 16, 22, 0.5, Technician, TwoSteps) with { LegalMost = 20 },
        (Setting.Comfort, _) => Degrees(19, 14, 21, 0.5, Technician, TwoSteps) with { LegalMost = 19 },
        (Setting.Reduced, Premises.SmallChildren) => Degrees(19, 8, 20, 0.5, Technician, Simple),
        (Setting.Reduced, Premises.SportHall) => Degrees(10, 8, 16, 0.5, Technician, Simple),
        (Setting.Reduced, _) => Degrees(16, 8, 18, 0.5, Technician, Simple) with { LegalMost = 16 },
        _ => Degrees(8, 5, 16, 0.5, Technician, TwoSteps) with { LegalMost = 8 },
    };

    private static SettingRule OfCurve(Setting setting, Emitter emitter) => (setting, emitter) switch
    {
        (Setting.HeatingLimit, _) => Degrees(16, 10, 20, 0.5, Technician, Simple),
        (Setting.CurveSlope, Emitter.Underfloor) => Plain(0.5, 0.2, 1.0, 0.05, Technician, TwoSteps),
        (Setting.CurveSlope, _) => Plain(1.5, 0.3, 3.5, 0.05, Technician, TwoSteps),
        (Setting.CurveShift, _) => Kelvin(0, -10, 15, 0.5, Technician, Simple),
        (Setting.RoomInfluence, _) => Plain(0, 0, 5, 0.5, Technician, Simple),
        (Setting.FlowMin, _) => Degrees(20, 10, 50, 1, Technician, TwoSteps),
        (Setting.FlowMax, Emitter.Underfloor) => Degrees(45, 25, 50, 1, Administrator, TwoStepsAndReason),
        (Setting.FlowMax, Emitter.UnitHeaters) => Degrees(80, 40, 90, 1, Technician, TwoSteps),
        (Setting.FlowMax, _) => Degrees(80, 10, 90, 1, Technician, TwoSteps),
        (Setting.DesignOutdoor, _) => Degrees(-9.5, -20, 5, 0.5, Technician, TwoSteps),
        (Setting.DesignFlow, Emitter.Underfloor) => Degrees(40, 25, 50, 1, Technician, TwoSteps),
        (Setting.DesignFlow, Emitter.UnitHeaters) => Degrees(70, 40, 90, 1, Technician, TwoSteps),
        (Setting.DesignFlow, _) => Degrees(80, 30, 90, 1, Technician, TwoSteps),
        (Setting.DesignReturn, Emitter.Underfloor) => Degrees(33, 20, 45, 1, Technician, TwoSteps),
        (Setting.DesignReturn, Emitter.UnitHeaters) => Degrees(55, 30, 80, 1, Technician, TwoSteps),
        (Setting.DesignReturn, _) => Degrees(60, 25, 80, 1, Technician, TwoSteps),
        _ => Kelvin(0, 0, 8, 0.5, Technician, Simple),
    };

    private static SettingRule OfTimes(Setting setting, Emitter emitter) => (setting, emitter) switch
    {
        (Setting.SetbackRaiseFrom, _) => Degrees(-5, -15, 5, 0.5, Technician, Simple),
        (Setting.SetbackRaiseTo, _) => Degrees(-15, -25, -5, 0.5, Technician, Simple),
        (Setting.OptimumStartMost, Emitter.Underfloor) => Hours(12, 0, 12),
        (Setting.OptimumStartMost, _) => Hours(3, 0, 6),
        (Setting.OptimumStartDays, _) => Plain(3, 1, 10, 1, Administrator, Simple),
        _ => Hours(1, 0, 2),
    };

    private static SettingRule OfBoiler(Setting setting) => setting switch
    {
        Setting.OutdoorFrost => Degrees(3, -3, 8, 0.5, Administrator, TwoSteps),
        Setting.BoilerMost => Degrees(90, 60, 95, 1, Administrator, TwoStepsAndReason),
        Setting.BoilerLeastReturn => Degrees(58, 40, 65, 1, Administrator, TwoStepsAndReason),
        Setting.SwitchingDifference => Kelvin(6, 3, 15, 0.5, Administrator, TwoSteps),
        Setting.BurnerLeastRun => Minutes(5, 1, 15, TwoSteps),
        Setting.BurnerLeastStop => Minutes(8, 3, 30, TwoSteps),
        Setting.StartsToWatch => Plain(4, 2, 12, 1, Administrator, Simple),
        Setting.StartsInAlarm => Plain(6, 2, 12, 1, Administrator, Simple),
        Setting.PumpLead => new SettingRule(30, new Bounds(10, 120, 5), "s", Administrator, Simple),
        _ => Minutes(6, 1, 60, Simple),
    };

    private static SettingRule OfWaterAndSensors(Setting setting) => setting switch
    {
        Setting.HotWater => Degrees(60, 55, 65, 1, Technician, TwoSteps),
        Setting.HotWaterHysteresis => Kelvin(5, 2, 10, 1, Technician, Simple),
        Setting.LegionellaRun => Degrees(70, 60, 80, 1, Administrator, TwoSteps),
        Setting.LoopLeast => Degrees(50, 50, 60, 1, Administrator, TwoSteps),
        Setting.AntiScald => Degrees(50, 38, 60, 1, Administrator, TwoStepsAndReason),
        Setting.RoomSensorSilence => Minutes(60, 5, 180, Simple),
        Setting.PlantSensorSilence => Minutes(5, 1, 30, Simple),
        Setting.FallbackOutdoor => Degrees(0, -10, 10, 1, Administrator, Simple),
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No such setting."),
    };

    private static SettingRule Degrees(double usual, double min, double max, double step, SettingKeeper keeper, Confirmation how) =>
        new(usual, new Bounds(min, max, step), "°C", keeper, how);

    private static SettingRule Kelvin(double usual, double min, double max, double step, SettingKeeper keeper, Confirmation how) =>
        new(usual, new Bounds(min, max, step), "K", keeper, how);

    private static SettingRule Plain(double usual, double min, double max, double step, SettingKeeper keeper, Confirmation how) =>
        new(usual, new Bounds(min, max, step), "", keeper, how);

    private static SettingRule Hours(double usual, double min, double max) => new(usual, new Bounds(min, max, 0.25), "h", Technician, Simple);

    private static SettingRule Minutes(double usual, double min, double max, Confirmation how) => new(usual, new Bounds(min, max, 1), "min", Administrator, how);
}
