namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>One threshold of the DPE label: a class reaches up to it, included.</summary>
/// <param name="Building">The model of label.</param>
/// <param name="Class">The class, A to F.</param>
/// <param name="MostKWhEpPerM2">kWh primary energy per m² and year.</param>
/// <param name="Source">Where it was read.</param>
public sealed record DpeThreshold(DpeBuilding Building, char Class, double MostKWhEpPerM2, string Source);
