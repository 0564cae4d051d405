namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What one unit of a register is worth, from one instant on: a gas coefficient that moves by the month, a changed current transformer.</summary>
/// <param name="From">First instant, UTC.</param>
/// <param name="Value">kWh for one unit of the register, above 0.</param>
public readonly record struct Coefficient(DateTimeOffset From, double Value);
