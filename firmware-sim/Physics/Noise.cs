namespace FirmwareSim.Physics;

/// <summary>Chance that depends on nothing but a seed, a channel and an index: the same town twice, whatever the pace.</summary>
internal static class Noise
{
    /// <summary>Uniform in [0, 1).</summary>
    internal static double Uniform(int seed, int channel, long index)
    {
        unchecked
        {
            // SplitMix64 finaliser over the three numbers.
            var z = ((ulong)(uint)seed * 0x9E3779B97F4A7C15UL) ^ ((ulong)(uint)channel * 0xD1B54A32D192ED03UL) ^ ((ulong)index * 0xBF58476D1CE4E5B9UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return (z >> 11) * (1.0 / (1UL << 53));
        }
    }

    /// <summary>Normal, mean 0, deviation 1.</summary>
    internal static double Gauss(int seed, int channel, long index)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(seed, channel, index * 2)));
        return radius * Math.Cos(2 * Math.PI * Uniform(seed, channel, (index * 2) + 1));
    }

    /// <summary>A curve through normal values a period apart, straight between them.</summary>
    internal static double Smooth(int seed, int channel, DateTimeOffset at, double periodSeconds)
    {
        var position = at.ToUnixTimeMilliseconds() / 1000.0 / periodSeconds;
        var index = (long)Math.Floor(position);
        var share = position - index;
        return ((1 - share) * Gauss(seed, channel, index)) + (share * Gauss(seed, channel, index + 1));
    }
}
