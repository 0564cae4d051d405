namespace FirmwareSim.Physics;

/// <summary>The building as two temperatures: air with furniture, and structure.</summary>
internal sealed class Rooms(BuildingData data, double startC)
{
    /// <summary>Air and furniture, °C.</summary>
    internal double AirC { get; set; } = startC;

    /// <summary>Walls, slabs and roof, °C.</summary>
    internal double MassC { get; set; } = startC - 0.7;

    /// <summary>One explicit step.</summary>
    /// <param name="seconds">Length; stable up to half an hour for these buildings.</param>
    /// <param name="sky">The weather.</param>
    /// <param name="occupancy">0 empty to 1 full.</param>
    /// <param name="emittersW">Heat given by the emitters.</param>
    /// <param name="appliancesW">Heat of appliances that the base gains do not hold.</param>
    /// <returns>Heat lost to the outside, W.</returns>
    internal double Step(double seconds, Sky sky, double occupancy, double emittersW, double appliancesW)
    {
        var gains = data.GainsBase + (occupancy * data.GainsOccupied) + appliancesW;
        var sun = data.Aperture * sky.GlobalW;
        var lostByAir = (data.LossAir + (occupancy * data.LossOccupied)) * (AirC - sky.OutdoorC);
        var lostByMass = data.LossOpaque * (MassC - sky.OutdoorC);
        var toAir = data.Exchange * (MassC - AirC);
        var air = -lostByAir + toAir + ((1 - data.Radiative) * emittersW) + (0.5 * gains) + (0.1 * sun);
        var mass = -lostByMass - toAir + (data.Radiative * emittersW) + (0.5 * gains) + (0.9 * sun);
        AirC += seconds * air / data.CapacityAir;
        MassC += seconds * mass / data.CapacityMass;
        return lostByAir + lostByMass;
    }
}
