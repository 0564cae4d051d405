using Telemetry.Model.Settings;

namespace Telemetry.Model.Schedules;

/// <summary>One setting that differs between two versions of a programme.</summary>
/// <param name="Where">Its place, as a path: <c>zones/classes</c>, <c>plant</c>, <c>hotWater</c>.</param>
/// <param name="Setting">Which.</param>
/// <param name="Before">What it was, in its unit.</param>
/// <param name="After">What it becomes, in its unit; NaN where it is dropped.</param>
/// <param name="Rule">Who may change it and what is asked of them.</param>
public sealed record SettingChange(string Where, Setting Setting, double Before, double After, SettingRule Rule);
