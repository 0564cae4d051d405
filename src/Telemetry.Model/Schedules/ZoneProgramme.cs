using Telemetry.Model.Settings;

namespace Telemetry.Model.Schedules;

/// <summary>All that is decided for one zone.</summary>
public sealed record ZoneProgramme
{
    /// <summary>Which zone.</summary>
    public required Zone Zone { get; init; }

    /// <summary>Its usual week.</summary>
    public required WeekPattern Week { get; init; }

    /// <summary>Its holidays.</summary>
    public HolidayRules Holidays { get; init; } = new();

    /// <summary>Its settings.</summary>
    public required ZoneSettings Settings { get; init; }
}
