using Telemetry.Model.Measures;

namespace Telemetry.Model.Settings;

/// <summary>What a setting is when nobody chose, and what it may be.</summary>
/// <param name="Default">In the setting's unit.</param>
/// <param name="Bounds">Outside it a value is refused, on entry and on import.</param>
/// <param name="Unit">As printed: <c>°C</c>, <c>K</c>, <c>h</c>, <c>min</c>, <c>s</c>; empty for a plain number.</param>
/// <param name="Keeper">Who may change it.</param>
/// <param name="Confirmation">What is asked of them.</param>
public sealed record SettingRule(double Default, Bounds Bounds, string Unit, SettingKeeper Keeper, Confirmation Confirmation)
{
    /// <summary>Above it the law's limit is passed and a reason is due, in the setting's unit; null where there is no such limit.</summary>
    public double? LegalMost { get; init; }
}
