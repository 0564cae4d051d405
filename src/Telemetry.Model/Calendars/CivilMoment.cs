namespace Telemetry.Model.Calendars;

/// <summary>A minute of a day on the wall clock, dated: what people write in a diary.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Minute">The minute of it.</param>
public readonly record struct CivilMoment(DateOnly Day, LocalMinute Minute)
{
    /// <summary>The instant, UTC.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) => CivilTime.At(Day, Minute, zone);
}
