namespace FirmwareSim.Physics;

/// <summary>Flow and return temperatures that heat a building at an outdoor temperature (Modelica Buildings, <c>SupplyReturnTemperatureReset</c>).</summary>
internal static class HeatingCurve
{
    /// <summary>The physical curve.</summary>
    /// <param name="roomC">Wanted room temperature.</param>
    /// <param name="outdoorC">Outdoor temperature.</param>
    /// <param name="design">The design point.</param>
    /// <param name="gainsK">Outdoor degrees that internal gains are worth.</param>
    internal static (double Flow, double Return) Physical(double roomC, double outdoorC, CurveDesign design, double gainsK = 0)
    {
        var load = Math.Max(0, (roomC - outdoorC - gainsK) / (design.Room - design.Outdoor - gainsK));
        var mean = roomC + ((((design.Flow + design.Return) / 2) - design.Room) * Math.Pow(load, 1 / design.Exponent));
        var half = (design.Flow - design.Return) / 2 * load;
        return (mean + half, mean - half);
    }

    /// <summary>What a controller's slope and level make of it: the physical shape, steeper or flatter.</summary>
    internal static double Bent(double roomC, double outdoorC, CurveDesign design, double slope, double level)
    {
        var designSlope = (design.Flow - design.Room) / (design.Room - design.Outdoor);
        return roomC + level + ((Physical(roomC, outdoorC, design).Flow - roomC) * slope / designSlope);
    }
}
