namespace FirmwareSim.Physics;

/// <summary>The weather at one instant.</summary>
/// <param name="OutdoorC">Air temperature, °C.</param>
/// <param name="GlobalW">Global horizontal irradiance, W/m².</param>
internal readonly record struct Sky(double OutdoorC, double GlobalW)
{
    /// <summary>How much artificial light people want: 0 in full daylight, 1 at night.</summary>
    internal double Darkness => Math.Clamp(1 - (GlobalW / 250), 0, 1);
}
