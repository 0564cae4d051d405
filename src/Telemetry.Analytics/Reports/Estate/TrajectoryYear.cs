using Telemetry.Analytics.Indicators;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>One civil year of the estate, final energy in kWh PCI as OPERAT counts it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Measured">As measured.</param>
/// <param name="Adjusted">At the mean climate.</param>
public sealed record TrajectoryYear(int Year, Figure Measured, Figure Adjusted);
