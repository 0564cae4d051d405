namespace Telemetry.Model.Calendars;

/// <summary>From local civil time to instants: programmes are kept in local time, and run on instants.</summary>
public static class CivilTime
{
    /// <summary>The instant, UTC, at which a local minute of a day begins.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="minute">A minute of it; 24:00 is 00:00 of the next day.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <remarks>A minute that the spring change skips is the first instant after the gap; of two that the autumn change makes, the first.</remarks>
    public static DateTimeOffset At(DateOnly day, LocalMinute minute, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute.Minutes);
        while (zone.IsInvalidTime(local))
        {
            // A gap ends on a full minute everywhere: its end is at most a few hours away.
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The local day in which an instant lies.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
