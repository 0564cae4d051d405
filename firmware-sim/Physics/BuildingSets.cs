namespace FirmwareSim.Physics;

/// <summary>The four buildings of the town.</summary>
internal static class BuildingSets
{
    private const double RadiatorsPerWatt = 57;
    private const double UnitHeatersPerWatt = 8;

    /// <summary>A school of the 1970s: single concrete skin, large windows, an old pair of boilers.</summary>
    internal static BuildingData School { get; } = new()
    {
        FloorArea = 2500,
        LossOpaque = 2979,
        LossAir = 1470 + 1020,
        LossOccupied = 1785,
        CapacityAir = 45e6,
        CapacityMass = 650e6,
        Exchange = 24_742,
        Aperture = 73,
        GainsOccupied = 500 * 42,
        GainsBase = 2500,
        Comfort = 19,
        Reduced = 16,
        DesignFlow = 80,
        DesignReturn = 65,
        Exponent = 1.3,
        DesignLoad = 207_000,
        EmitterCapacity = RadiatorsPerWatt * 1.2 * 207_000,
        Radiative = 0.3,
        Boilers = 2,
        BoilerPower = 300_000,
        BoilerMinimum = 0.2,
        Condensing = false,
        TankLitres = 500,
        WarmUpMostHours = 8,
        WarmUpRate = 1.8,
    };

    /// <summary>A gymnasium of the 1980s with unit heaters.</summary>
    internal static BuildingData Gymnasium { get; } = new()
    {
        FloorArea = 1200,
        LossOpaque = 2048,
        LossAir = 489 + 979,
        LossOccupied = 980,
        CapacityAir = 25e6,
        CapacityMass = 198e6,
        Exchange = 11_073,
        Aperture = 29,
        GainsOccupied = 40 * 120,
        GainsBase = 1200,
        Comfort = 16,
        Reduced = 10,
        DesignFlow = 70,
        DesignReturn = 55,
        Exponent = 1.0,
        DesignLoad = 115_000,
        EmitterCapacity = UnitHeatersPerWatt * 1.2 * 115_000,
        Radiative = 0.1,
        BoilerPower = 160_000,
        BoilerMinimum = 0.25,
        Condensing = true,
        TankLitres = 1500,
        WarmUpMostHours = 5,
        WarmUpRate = 3.5,
    };

    /// <summary>A town hall of before the war.</summary>
    internal static BuildingData TownHall { get; } = new()
    {
        FloorArea = 1000,
        LossOpaque = 1578,
        LossAir = 384 + 450,
        LossOccupied = 560,
        CapacityAir = 20e6,
        CapacityMass = 260e6,
        Exchange = 9897,
        Aperture = 26,
        GainsOccupied = (71 * 80) + (6 * 1000),
        GainsBase = 1000,
        Comfort = 19,
        Reduced = 16,
        DesignFlow = 75,
        DesignReturn = 60,
        Exponent = 1.3,
        DesignLoad = 85_000,
        EmitterCapacity = RadiatorsPerWatt * 1.2 * 85_000,
        Radiative = 0.3,
        BoilerPower = 120_000,
        BoilerMinimum = 0.25,
        Condensing = true,
        TankLitres = 200,
        WarmUpMostHours = 8,
        WarmUpRate = 1.8,
    };

    /// <summary>A nursery of the 2010s, heated by its floor.</summary>
    internal static BuildingData Nursery { get; } = new()
    {
        FloorArea = 700,
        LossOpaque = 366,
        LossAir = 134 + 71,
        LossOccupied = 128,
        CapacityAir = 14e6,
        CapacityMass = 182e6,
        Exchange = 6928,
        Aperture = 14,
        GainsOccupied = (60 * 70) + (3 * 700),
        GainsBase = 1000,
        Comfort = 22,
        Reduced = 19,
        DesignFlow = 40,
        DesignReturn = 33,
        Exponent = 1.1,
        DesignLoad = 22_000,
        EmitterCapacity = 74e6,
        Radiative = 0.5,
        BoilerPower = 45_000,
        BoilerMinimum = 0.2,
        Condensing = true,
        TankLitres = 500,
        WarmUpMostHours = 12,
        WarmUpRate = 0.3,
    };
}
