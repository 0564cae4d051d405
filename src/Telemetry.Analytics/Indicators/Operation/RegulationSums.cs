namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>What a stretch of time adds to the regulation error.</summary>
/// <param name="KelvinHours">∫ |flow − its set point| dt while the pump ran, K·h.</param>
/// <param name="Time">Time in which it ran and both were known.</param>
internal readonly record struct RegulationSums(double KelvinHours, TimeSpan Time)
{
    public static RegulationSums operator +(RegulationSums one, RegulationSums other) => new(one.KelvinHours + other.KelvinHours, one.Time + other.Time);
}
