namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>A coefficient of the regulation, in force from a date on.</summary>
/// <param name="From">First day.</param>
/// <param name="Value">The coefficient.</param>
/// <param name="Source">The text.</param>
public sealed record DatedCoefficient(DateOnly From, double Value, string Source);
