namespace FirmwareSim.Physics;

/// <summary>Height of the sun and what a clear or cloudy sky lets through.</summary>
internal static class Sun
{
    /// <summary>Global horizontal irradiance, W/m², under a sky of clearness 0 (overcast) to 1 (clear).</summary>
    internal static double GlobalW(DateTimeOffset instant, double clearness)
    {
        var sine = SineOfHeight(instant);
        return sine <= 0 ? 0 : 1080 * Math.Pow(sine, 1.2) * (0.2 + (0.8 * clearness));
    }

    /// <summary>Sine of the height above the horizon; negative at night.</summary>
    internal static double SineOfHeight(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var declination = -23.44 * Math.PI / 180 * Math.Cos(2 * Math.PI * (utc.DayOfYear + 10) / 365.25);
        var hourAngle = ((utc.TimeOfDay.TotalHours + (Climate.Longitude / 15)) - 12) * Math.PI / 12;
        var latitude = Climate.Latitude * Math.PI / 180;
        return (Math.Sin(latitude) * Math.Sin(declination)) + (Math.Cos(latitude) * Math.Cos(declination) * Math.Cos(hourAngle));
    }
}
