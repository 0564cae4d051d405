namespace Telemetry.Analytics.Indicators.Calendar;

/// <summary>When a building is open: its week, less public holidays and closures.</summary>
/// <remarks>A named, dated object of the building: a report prints which it used. A school carries its académie's holidays in <see cref="Closures"/>.</remarks>
public sealed record BuildingCalendar
{
    /// <summary>Its name, as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Opening by weekday, local hours <c>[Opens, Closes)</c> of 0 to 24; a weekday that is not there is closed.</summary>
    public required IReadOnlyDictionary<DayOfWeek, (double Opens, double Closes)> Week { get; init; }

    /// <summary>Public holidays, closed.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Closures: school holidays, works.</summary>
    public IReadOnlyList<DayRange> Closures { get; init; } = [];

    /// <summary>Whether the building opens on a day.</summary>
    public bool OpensOn(DateOnly day) => Week.ContainsKey(day.DayOfWeek) && !Holidays.Contains(day) && !Closures.Any(closure => closure.Contains(day));

    /// <summary>Which hours of a grid count as open: an hour that the opening, widened by a margin on both sides, touches.</summary>
    /// <param name="grid">The hours.</param>
    /// <param name="marginHours">Widening for start and stop, hours.</param>
    public bool[] OpenHours(HourGrid grid, double marginHours = 1)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var open = new bool[grid.Hours];
        for (var day = 0; day < grid.Days.Count; day++)
        {
            if (!OpensOn(grid.Days[day]))
            {
                continue;
            }

            var (opens, closes) = Week[grid.Days[day].DayOfWeek];
            for (var hour = grid.First(day); hour < grid.First(day + 1); hour++)
            {
                open[hour] = grid.Clock[hour] + 1 > opens - marginHours && grid.Clock[hour] < closes + marginHours;
            }
        }

        return open;
    }
}
