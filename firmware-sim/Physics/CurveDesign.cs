namespace FirmwareSim.Physics;

/// <summary>The point a heating circuit was sized for, °C.</summary>
internal readonly record struct CurveDesign(double Flow, double Return, double Room, double Outdoor, double Exponent)
{
    /// <summary>The design point of a building.</summary>
    internal static CurveDesign Of(BuildingData data) =>
        new(data.DesignFlow, data.DesignReturn, data.Comfort, data.DesignOutdoor, data.Exponent);
}
