using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>What a circuit is to do: a mode, and the room set point of that mode.</summary>
/// <param name="Mode">Comfort, reduced, frost or standby.</param>
/// <param name="Setpoint">°C; NaN to leave the device's own.</param>
internal sealed record Wanted(HeatingMode Mode, double Setpoint);
