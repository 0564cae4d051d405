namespace Telemetry.Analytics.Reports.Zones;

/// <summary>One hour of one zone of a boiler room; NaN for what nobody knows.</summary>
/// <param name="Zone">What people call the zone; empty where no programme names any.</param>
/// <param name="From">Begin, UTC; an hour later is its end.</param>
/// <param name="Room">Mean room temperature, °C.</param>
/// <param name="Setpoint">Room set point of the programme at its begin, °C.</param>
/// <param name="Flow">Mean flow, °C.</param>
/// <param name="Return">Mean return, °C.</param>
/// <param name="Outdoor">Mean outdoor, °C.</param>
/// <param name="Burner">Share of the hour in which the burner ran, 0 to 1.</param>
/// <param name="GasKWh">Gas of the building, kWh PCS.</param>
/// <param name="ElectricityKWh">Electricity of the building, kWh.</param>
public sealed record ZoneHour(
    string Zone, DateTimeOffset From, double Room, double Setpoint, double Flow, double Return, double Outdoor, double Burner, double GasKWh, double ElectricityKWh);
