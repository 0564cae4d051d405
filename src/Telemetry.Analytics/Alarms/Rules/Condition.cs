using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>A trouble that has come, turned worse, or gone: what the evaluator tells.</summary>
/// <param name="Kind">Which line of the catalogue.</param>
/// <param name="Source">What it is about.</param>
/// <param name="Holds">True when it is there, false when it is gone.</param>
/// <param name="Severity">How bad it is now.</param>
/// <param name="At">When that was found, UTC.</param>
/// <param name="Since">Since when it was so before the delay had run, UTC.</param>
/// <param name="Value">The value that decided, in its point's unit; null when there is none to show.</param>
/// <param name="Limit">The limit it was compared with; null when there is none to show.</param>
public readonly record struct Condition(
    AlarmKind Kind, AlarmSource Source, bool Holds, Severity Severity, DateTimeOffset At, DateTimeOffset Since, double? Value, double? Limit);
