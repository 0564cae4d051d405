namespace Telemetry.Model.Settings;

/// <summary>The room set points of a zone, °C: one a mode.</summary>
/// <param name="Comfort">While occupied.</param>
/// <param name="Reduced">At night and over absences of less than 48 h; at most the comfort.</param>
/// <param name="Frost">Closed for 48 h and more; at most the reduced.</param>
public sealed record Setpoints(double Comfort, double Reduced, double Frost)
{
    /// <summary>The usual ones of a zone.</summary>
    public static Setpoints For(Premises premises) => new(
        SettingRules.Of(Setting.Comfort, premises).Default, SettingRules.Of(Setting.Reduced, premises).Default, SettingRules.Of(Setting.Frost, premises).Default);
}
