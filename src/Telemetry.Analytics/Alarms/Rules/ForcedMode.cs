using Telemetry.Model.Control;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Whether somebody's choice stands where a programme should decide (A26). Pure.</summary>
/// <remarks>
/// A gateway that owns the timetable puts its controller at comfort, reduced or off itself: there only the rung of the ladder that it tells says who decides.
/// Where nothing of ours decides, the controller's own mode does.
/// </remarks>
internal static class ForcedMode
{
    /// <summary>The point that tells who decides: a <see cref="LadderLevel"/>.</summary>
    internal const string Level = "programme.level";

    /// <summary>Over this a building needs no heat, and a controller left off is no oversight, °C (usual season limit).</summary>
    internal const double SeasonLimitC = 16;

    internal static Verdict Of(Situation at, AlarmRule rule)
    {
        if (!at.Has(Level))
        {
            return OfController(at);
        }

        return at.Live(Level) is { } told && Under((LadderLevel)(int)told, at, rule) is { } level
            ? level == LadderLevel.Controller ? OfController(at) : new Verdict(level is LadderLevel.Forced or LadderLevel.Boost)
            : Verdict.Unknown;
    }

    // Frost protection and the like take over from a forced mode for a while and give it back: it has not ended.
    private static LadderLevel? Under(LadderLevel level, Situation at, AlarmRule rule) => !IsForAWhile(level) ? level
        : at.Trail(Level)?.Since(at.Now - rule.Window).Select(one => (LadderLevel?)(int)one.Value).LastOrDefault(one => !IsForAWhile(one!.Value));

    private static bool IsForAWhile(LadderLevel level) => level is LadderLevel.SafetyChain or LadderLevel.Protection or LadderLevel.Equipment;

    private static Verdict OfController(Situation at) => at.Live("mode") switch
    {
        null => Verdict.Unknown,
        (double)HeatingMode.Comfort or (double)HeatingMode.Reduced => new Verdict(true),
        (double)HeatingMode.Frost or (double)HeatingMode.Standby => (at.Live(Outdoor.Name) ?? Outdoor.Median(at.OutdoorAround)) is { } outdoor ? new Verdict(outdoor < SeasonLimitC) : Verdict.Unknown,
        _ => Verdict.No,
    };
}
