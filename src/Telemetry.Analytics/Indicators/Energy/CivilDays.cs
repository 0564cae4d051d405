namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Days, months and hours as people live them in a time zone: a day has 23, 24 or 25 hours.</summary>
public static class CivilDays
{
    /// <summary>The instant of local midnight at which a day starts.</summary>
    /// <remarks>Where midnight does not exist because clocks go forward over it, the first instant that does.</remarks>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        // Of two midnights, the first: a day starts when its date first shows.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>The instant at which a day ends, excluded: the start of the next.</summary>
    public static DateTimeOffset End(DateOnly day, TimeZoneInfo zone) => Start(day.AddDays(1), zone);

    /// <summary>The local day in which an instant lies.</summary>
    public static DateOnly Of(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first day of the local month in which a day lies.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The local days that <c>[from, to)</c> touches, in order.</summary>
    public static IEnumerable<DateOnly> Touched(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        for (var day = Of(from, zone); Start(day, zone) < to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>The edges of the hours of a day, its start and end included: 24, 25 or 26 instants.</summary>
    public static IReadOnlyList<DateTimeOffset> HourEdges(DateOnly day, TimeZoneInfo zone)
    {
        var (start, end) = (Start(day, zone), End(day, zone));
        var hours = (int)Math.Ceiling((end - start).TotalHours);
        return [.. Enumerable.Range(0, hours).Select(hour => start.AddHours(hour)), end];
    }
}
