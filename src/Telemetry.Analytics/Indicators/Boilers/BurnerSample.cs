namespace Telemetry.Analytics.Indicators.Boilers;

/// <summary>What a burner did at an instant, until the next sample.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Burns">Whether it burns.</param>
/// <param name="ReturnC">Temperature of the water that comes back, °C; NaN when unknown.</param>
public readonly record struct BurnerSample(DateTimeOffset At, bool Burns, double ReturnC);
