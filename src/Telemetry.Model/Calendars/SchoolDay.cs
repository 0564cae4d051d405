namespace Telemetry.Model.Calendars;

/// <summary>What a school calendar knows of a day.</summary>
public enum SchoolDay
{
    /// <summary>Nothing: the calendar does not reach that far. That is not « no holiday ».</summary>
    Unknown,

    /// <summary>No holiday.</summary>
    Term,

    /// <summary>A holiday.</summary>
    Holiday,
}
