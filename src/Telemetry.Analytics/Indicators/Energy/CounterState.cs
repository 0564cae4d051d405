namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>What must be remembered of a register to read its next value.</summary>
/// <param name="Reference">The last reading counted; null before the first.</param>
/// <param name="Before">The reading counted before it, when the step between them may still be taken back.</param>
/// <param name="Moved">When the register last moved.</param>
/// <param name="Doubt">A reading that fits no rule yet.</param>
/// <param name="SecondDoubt">One that follows it consistently.</param>
public readonly record struct CounterState(
    Reading? Reference, Reading? Before, DateTimeOffset Moved, Reading? Doubt, Reading? SecondDoubt);
