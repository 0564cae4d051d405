using FirmwareSim.Physics;

namespace FirmwareSim.Town;

/// <summary>The server room of the town hall: what the machines draw, what the cooling draws to carry it out.</summary>
internal sealed class ServerRoom(int seed)
{
    private const double CapacityJoulesPerKelvin = 1.8e6;
    private const double WallsWattsPerKelvin = 90;

    /// <summary>Air at the racks, °C.</summary>
    internal double RoomC { get; private set; } = 23.5;

    /// <summary>What the PDU feeds, W.</summary>
    internal double MachinesW { get; private set; }

    /// <summary>What the cooling unit draws, W.</summary>
    internal double CoolingW { get; private set; }

    /// <summary>One step.</summary>
    internal void Step(double seconds, DateTimeOffset at, DateTime local, double outdoorC, double buildingC)
    {
        var hour = local.TimeOfDay.TotalHours;
        var day = Habits.Weekday(local) ? Habits.Plateau(local, 7.5, 19, 2) : 0.15;
        var backup = hour is >= 1 and < 3 ? 160 : 0;
        MachinesW = Math.Clamp(1880 + (420 * day) + backup + (60 * Noise.Smooth(seed, 70, at, 300)) + (25 * Noise.Smooth(seed, 71, at, 20)), 1800, 2600);

        // An inverter unit: it starts to carry heat out above 22.5 °C; the warmer outside, the more it costs.
        var carried = Math.Clamp((RoomC - 22.5) * 1500, 0, 4500);
        var performance = Math.Clamp(4.3 - (0.07 * (outdoorC - 15)), 2.2, 5.5);
        CoolingW = 35 + (carried / performance);
        var walls = WallsWattsPerKelvin * (RoomC - buildingC);
        RoomC += seconds * (MachinesW - carried - walls) / CapacityJoulesPerKelvin;
    }

    internal double[] Remember() => [RoomC];

    internal void Recall(double[] memory)
    {
        if (memory is [var room])
        {
            RoomC = room;
        }
    }
}
