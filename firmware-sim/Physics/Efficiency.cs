namespace FirmwareSim.Physics;

/// <summary>Boiler efficiency on gross calorific value (PCS).</summary>
internal static class Efficiency
{
    // Condensing: performance map of a Lochinvar Crest boiler (Modelica Buildings), inlet 25 to 70 °C by 5, firing 5, 50 and 100 %.
    private static readonly double[] At5 = [.986, .978, .966, .951, .934, .916, .898, .886, .882, .880];
    private static readonly double[] At50 = [.983, .974, .960, .944, .924, .904, .890, .883, .879, .877];
    private static readonly double[] At100 = [.965, .956, .943, .928, .911, .894, .884, .878, .875, .874];

    // A boiler of 1983 by load ratio (EnergyPlus data set).
    private static readonly double[] OldLoads = [.1, .2, .3, .5, .75, 1];
    private static readonly double[] OldValues = [.785, .810, .826, .841, .837, .826];

    /// <summary>Condensing boiler, by return temperature and firing rate (0 to 1).</summary>
    internal static double Condensing(double returnC, double firing)
    {
        var position = Math.Clamp((returnC - 25) / 5, 0, 8.9999);
        var (index, share) = ((int)position, position - Math.Floor(position));
        var (low, middle, high) = (Between(At5, index, share), Between(At50, index, share), Between(At100, index, share));
        return firing <= 0.5
            ? low + ((middle - low) * Math.Clamp((firing - 0.05) / 0.45, 0, 1))
            : middle + ((high - middle) * Math.Clamp((firing - 0.5) / 0.5, 0, 1));
    }

    /// <summary>A boiler of the 1980s, by firing rate.</summary>
    internal static double Old(double firing)
    {
        for (var i = 1; i < OldLoads.Length; i++)
        {
            if (firing <= OldLoads[i])
            {
                var share = Math.Clamp((firing - OldLoads[i - 1]) / (OldLoads[i] - OldLoads[i - 1]), 0, 1);
                return Between(OldValues, i - 1, share);
            }
        }

        return OldValues[^1];
    }

    private static double Between(double[] values, int index, double share) => ((1 - share) * values[index]) + (share * values[index + 1]);
}
