using Telemetry.Analytics.Indicators.Calendar;

namespace Telemetry.Analytics.Indicators.Load;

/// <summary>What an hourly load says of a building: how much, when, and whether anybody was there.</summary>
public sealed record LoadFigures
{
    /// <summary>First hour of the night, local.</summary>
    public const int NightFrom = 22;

    /// <summary>End of the night, local.</summary>
    public const int NightTo = 6;

    /// <summary>Energy, kWh.</summary>
    public required Figure Energy { get; init; }

    /// <summary>Energy from 22 to 6 h, local ÷ energy.</summary>
    public required Figure NightShare { get; init; }

    /// <summary>Energy while the building is closed, kWh: outside its opening widened by one hour; refused without calendar.</summary>
    public required Figure ClosedEnergy { get; init; }

    /// <summary>The same ÷ energy.</summary>
    public required Figure ClosedShare { get; init; }

    /// <summary>Energy of days on which it does not open ÷ energy.</summary>
    public required Figure ClosedDayShare { get; init; }

    /// <summary>Highest hourly power, kW; its period is that hour.</summary>
    public required Figure Peak { get; init; }

    /// <summary>Mean power ÷ peak, 0 to 1.</summary>
    public required Figure LoadFactor { get; init; }

    /// <summary>Lowest mean power of a night, kW: nights known for six of their eight hours.</summary>
    public required Figure NightMinimum { get; init; }

    /// <summary>The figures of a load.</summary>
    /// <param name="load">The load.</param>
    /// <param name="calendar">When the building opens; null when nobody said.</param>
    public static LoadFigures Of(HourlyLoad load, BuildingCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(load);
        return LoadSums.Of(load, calendar).ToFigures(load, calendar is not null);
    }
}
