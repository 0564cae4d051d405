namespace Telemetry.Gateway.Control.Heating;

/// <summary>How deep a night goes: pure.</summary>
internal static class Setback
{
    /// <summary>The reduced set point, raised in deep cold so that the morning can still be reached, °C.</summary>
    /// <param name="reduced">As set, °C.</param>
    /// <param name="comfort">The most it is raised to, °C.</param>
    /// <param name="outdoor">Outdoor, °C.</param>
    /// <param name="from">Outdoor at which the raise begins (-5 °C).</param>
    /// <param name="to">Outdoor at which no setback is left (-15 °C); under <paramref name="from"/>.</param>
    /// <remarks>Siemens RMH760, defaults of the factory. Rounded to 0.5 K: a register that wears out is not written for less.</remarks>
    internal static double Reduced(double reduced, double comfort, double outdoor, double from, double to)
    {
        var share = Math.Clamp((from - outdoor) / (from - to), 0, 1);
        return Math.Round((reduced + (share * Math.Max(0, comfort - reduced))) * 2, MidpointRounding.AwayFromZero) / 2;
    }
}
