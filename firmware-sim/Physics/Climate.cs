namespace FirmwareSim.Physics;

/// <summary>Twelve months of a French station, measured: what the synthetic weather must look like.</summary>
/// <remarks>
/// Rennes-Saint-Jacques (OMM 07130), three-hourly SYNOP messages of 2015 to 2018, Météo-France, Licence Ouverte. Days with all eight
/// messages only (113 to 123 days a month). Persistence: correlation of the deviation of a day's mean from the monthly means with that of the next day.
/// </remarks>
internal static class Climate
{
    /// <summary>Latitude of the station, degrees north.</summary>
    internal const double Latitude = 48.07;

    /// <summary>Longitude of the station, degrees east.</summary>
    internal const double Longitude = -1.73;

    /// <summary>Correlation of one day's deviation with the next day's.</summary>
    internal const double Persistence = 0.742;

    /// <summary>Hour (UTC) of the warmest time of the mean day.</summary>
    internal const double WarmestHour = 14.6;

    /// <summary>Mean temperature of each month, °C.</summary>
    internal static ReadOnlySpan<double> MonthlyMeanC =>
        [6.15, 5.63, 8.23, 10.88, 14.31, 17.79, 19.42, 18.88, 15.89, 12.43, 9.23, 7.77];

    /// <summary>Mean difference between the warmest and the coldest message of a day, K.</summary>
    internal static ReadOnlySpan<double> DailySwingK =>
        [5.76, 6.67, 7.45, 10.15, 9.47, 9.52, 10.10, 11.03, 10.02, 8.23, 6.27, 5.12];

    /// <summary>Deviation (one sigma) of the daily mean from the climate of that day, K.</summary>
    internal static ReadOnlySpan<double> DailyDeviationK =>
        [3.89, 3.32, 2.61, 2.94, 2.52, 2.81, 2.62, 2.53, 2.41, 2.47, 3.25, 3.67];

    /// <summary>A monthly figure at an instant, straight between the middles of the months.</summary>
    internal static double At(ReadOnlySpan<double> monthly, DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        var month = utc.Month - 1 + ((utc.Day - 1 + (utc.Hour / 24.0)) / DateTime.DaysInMonth(utc.Year, utc.Month)) - 0.5;
        var index = (int)Math.Floor(month);
        var share = month - index;
        return ((1 - share) * monthly[(index + 12) % 12]) + (share * monthly[(index + 13) % 12]);
    }
}
