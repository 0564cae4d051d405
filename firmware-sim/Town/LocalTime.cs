namespace FirmwareSim.Town;

/// <summary>The time on the walls of the town: Europe/Paris.</summary>
internal static class LocalTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Local time of an instant.</summary>
    internal static DateTime Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTimeFromUtc(instant.UtcDateTime, Paris);
}
