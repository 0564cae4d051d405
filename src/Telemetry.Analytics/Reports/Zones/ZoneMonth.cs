namespace Telemetry.Analytics.Reports.Zones;

/// <summary>One month of a boiler room; NaN for what nobody knows.</summary>
/// <param name="First">Its first local day.</param>
/// <param name="Room">Mean room temperature of its first zone, °C.</param>
/// <param name="Outdoor">Mean outdoor, °C.</param>
/// <param name="GasKWh">Gas of the building, kWh PCS.</param>
/// <param name="ElectricityKWh">Electricity of the building, kWh.</param>
/// <param name="ForcedHours">Hours in which a person's order decided.</param>
/// <param name="Known">Share of its hours with a room temperature, 0 to 1.</param>
public sealed record ZoneMonth(DateOnly First, double Room, double Outdoor, double GasKWh, double ElectricityKWh, double ForcedHours, double Known);
