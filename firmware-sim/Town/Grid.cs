using FirmwareSim.Physics;

namespace FirmwareSim.Town;

/// <summary>Voltage and frequency of the town's network.</summary>
internal static class Grid
{
    /// <summary>Phase-neutral voltage, 225 to 238 V; heavy phases sag.</summary>
    internal static double Voltage(int seed, int phase, DateTimeOffset at, double watts)
    {
        var slow = 1.7 * Noise.Smooth(seed, 900 + phase, at, 900);
        var quick = 0.4 * Noise.Smooth(seed, 910 + phase, at, 20);
        return Math.Clamp(232.5 + slow + quick - (watts / 9000), 225, 238);
    }

    /// <summary>Frequency, Hz.</summary>
    internal static double Frequency(int seed, DateTimeOffset at) => 50 + (0.015 * Noise.Smooth(seed, 920, at, 60));
}
