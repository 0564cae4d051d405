namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>Final energy of one month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="KWh">Final energy, kWh PCI; NaN when unknown.</param>
/// <param name="AdjustedKWh">The same, climate-adjusted; NaN when unknown.</param>
/// <param name="Coverage">Share of the month that is measured or invoiced, 0 to 1.</param>
public readonly record struct MonthlyUse(DateOnly Month, double KWh, double AdjustedKWh, double Coverage);
