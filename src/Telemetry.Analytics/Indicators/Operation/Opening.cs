namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>A moment at which people come in and it should be warm.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Setpoint">Room set point from then on, °C.</param>
public readonly record struct Opening(DateTimeOffset At, double Setpoint);
