using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>What a programme does next.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Mode">What it wants from then on.</param>
/// <param name="Setpoint">Room set point from then on, °C; null when it is not told.</param>
internal sealed record NextChange(DateTimeOffset At, HeatingMode Mode, double? Setpoint);
