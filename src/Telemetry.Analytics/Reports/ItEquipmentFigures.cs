using Telemetry.Analytics.Indicators;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>What one metered piece of IT equipment uses.</summary>
/// <param name="Equipment">The equipment.</param>
/// <param name="PowerNow">Power now, W.</param>
/// <param name="EnergyToday">Energy since local midnight, kWh.</param>
/// <param name="EnergyMonth">Energy since the first of the local month, kWh.</param>
public sealed record ItEquipmentFigures(Equipment Equipment, Figure PowerNow, Figure EnergyToday, Figure EnergyMonth);
