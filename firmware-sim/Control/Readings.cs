namespace FirmwareSim.Control;

/// <summary>What the sensors of a boiler room say, °C; NaN for a sensor that says nothing.</summary>
internal readonly record struct Readings(double Outdoor, double Room, double Flow, double Return, double TankTop);
