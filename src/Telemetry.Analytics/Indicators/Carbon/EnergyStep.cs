namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Energy of one step of time.</summary>
/// <param name="From">Start, UTC, included.</param>
/// <param name="To">End, UTC, excluded.</param>
/// <param name="KWh">At least 0; NaN when unknown.</param>
public readonly record struct EnergyStep(DateTimeOffset From, DateTimeOffset To, double KWh);
