namespace Telemetry.Model.Settings;

/// <summary>The points under which local controllers show their own settings, and which of them the gateway may keep there.</summary>
/// <remarks>
/// Demand may be kept (how warm the water is for the weather, how warm the tank); what protects a plant or people never is: limits, pumps, frost and the
/// controller's own legionella programme are read and compared only (interlock S01).
/// </remarks>
public static class ControllerSettings
{
    /// <summary>Tank set points of a controller: the one in use and, where it has one, that of the hours without use.</summary>
    public const string Tank = "dhw.temperature.sp", TankAtRest = "dhw.temperature.sp.reduced";

    private static readonly (Setting Setting, string Point, bool Demand)[] Known =
    [
        (Setting.CurveSlope, "curve.slope", true),
        (Setting.CurveShift, "curve.level", true),
        (Setting.HotWater, Tank, true),
        (Setting.FlowMin, "flow.temperature.min", false),
        (Setting.FlowMax, "flow.temperature.max", false),
        (Setting.OutdoorFrost, "frost.outdoor.limit", false),
        (Setting.PumpOverrun, "pump.post.run", false),
        (Setting.HotWaterHysteresis, "dhw.hysteresis", false),
        (Setting.LegionellaRun, "disinfection.temperature", false),
    ];

    /// <summary>The point under which a controller shows a setting; null where none of them does.</summary>
    public static string? PointOf(Setting setting) => Array.Find(Known, one => one.Setting == setting).Point;

    /// <summary>Whether the gateway may keep a setting in a controller that offers it.</summary>
    public static bool MayBeKept(Setting setting) => Array.Exists(Known, one => one.Setting == setting && one.Demand);

    /// <summary>The setting that a writable point serves; null where the point serves none that may be kept.</summary>
    public static Setting? KeptAt(string point) => point == TankAtRest ? Setting.HotWater
        : Array.Find(Known, one => one.Demand && string.Equals(one.Point, point, StringComparison.Ordinal)) is { Point: not null } known ? known.Setting
        : null;
}
