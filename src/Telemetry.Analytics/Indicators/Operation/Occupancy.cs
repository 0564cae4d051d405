namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>What a programme says of a stretch of time.</summary>
/// <param name="From">Begin, UTC.</param>
/// <param name="To">End, excluded, UTC.</param>
/// <param name="Occupied">Whether people are expected.</param>
/// <param name="Setpoint">Room set point, °C.</param>
/// <param name="LegalUnoccupied">Legal limit of empty rooms, °C: 16, or 8 from 48 h of absence (Code de l'énergie R.241-27).</param>
public readonly record struct Occupancy(DateTimeOffset From, DateTimeOffset To, bool Occupied, double Setpoint, double LegalUnoccupied);
