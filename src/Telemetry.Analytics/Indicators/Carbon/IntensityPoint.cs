namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Carbon intensity of the grid from an instant on, until the next point.</summary>
/// <param name="At">Start of its step, UTC.</param>
/// <param name="GramsPerKWh">g per kWh, at least 0; NaN when missing.</param>
/// <param name="Estimated">Whether the source itself calls it estimated.</param>
public readonly record struct IntensityPoint(DateTimeOffset At, double GramsPerKWh, bool Estimated = false);
