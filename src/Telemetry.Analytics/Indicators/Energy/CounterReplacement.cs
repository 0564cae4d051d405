namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>A meter replaced by another, as a person declared it.</summary>
/// <param name="At">When, UTC: the first reading of the new meter is at this instant or after it.</param>
/// <param name="FinalOld">Last index of the old meter.</param>
/// <param name="InitialNew">First index of the new one.</param>
public sealed record CounterReplacement(DateTimeOffset At, double FinalOld, double InitialNew);
