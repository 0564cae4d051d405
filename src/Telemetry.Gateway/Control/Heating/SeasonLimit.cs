namespace Telemetry.Gateway.Control.Heating;

/// <summary>Whether the weather is too mild to heat (température de non-chauffage): pure.</summary>
/// <remarks>Off above the limit + 1 K of the 24 h mean, on again below the limit - 1 K (Siemens Eurocondense).</remarks>
internal static class SeasonLimit
{
    private const double Hysteresis = 1;

    /// <summary>Whether heating is off for the season.</summary>
    /// <param name="meanOutdoor">24 h mean, °C; null when not known: then it is not.</param>
    /// <param name="limit">The limit, °C.</param>
    /// <param name="wasOff">What held before.</param>
    internal static bool IsOff(double? meanOutdoor, double limit, bool wasOff) =>
        meanOutdoor is { } mean && (wasOff ? mean >= limit - Hysteresis : mean > limit + Hysteresis);
}
