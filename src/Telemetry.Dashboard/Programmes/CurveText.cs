using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>What the design point says of a heating curve, beside what is set. Pure.</summary>
internal static class CurveText
{
    /// <summary>A day of the middle of the season, on which curves that meet at the design point differ most visibly, °C.</summary>
    private const double MildDay = 5;

    public static string OfDesign(ZoneProgramme zone, Language language)
    {
        var (curve, comfort) = (zone.Settings.Curve, zone.Settings.Setpoints.Comfort);
        var physical = HeatingCurve.Physical(curve, HeatingCurve.Exponent(zone.Zone.Emitter), comfort, comfort, MildDay).Flow;
        return language.Say(
            SettingWords.DesignAdvice,
            language.Number(HeatingCurve.SlopeFor(curve.DesignFlow, comfort, curve.DesignOutdoor), 2),
            language.Measure(MildDay, 0, "°C"),
            language.Measure(Math.Clamp(physical, curve.FlowMin, curve.FlowMax), 0, "°C"),
            language.Measure(HeatingCurve.SlopeAndShift(curve, comfort, MildDay), 0, "°C"));
    }
}
