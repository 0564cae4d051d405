namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>A lasting departure from the baseline.</summary>
/// <param name="From">Day from which it is reckoned.</param>
/// <param name="Detected">Day on which the sum passed the limit.</param>
/// <param name="To">Last day of it so far.</param>
/// <param name="PerDay">Mean departure a day: observed − expected, positive is too much.</param>
/// <param name="Total">Whole departure over its usable days.</param>
public sealed record Drift(DateOnly From, DateOnly Detected, DateOnly To, double PerDay, double Total);
