namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>Tn and Tx of the climatological day, rebuilt from twelve-hour extremes.</summary>
/// <remarks>
/// Windows of Météo-France: Tn from 18 h UTC of the day before to 18 h UTC; Tx from 06 h UTC to 06 h UTC of the next day. Each is the
/// extreme of two reports; a day that lacks one of the four is left out.
/// </remarks>
public static class ClimatologicalDay
{
    /// <summary>The days that can be rebuilt, in order.</summary>
    /// <param name="reports">Of one station, in any order; other hours than 06 and 18 h are passed over.</param>
    public static IReadOnlyList<DayTemperature> Of(IEnumerable<ExtremesReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var halves = new Dictionary<(DateOnly Day, int Hour), ExtremesReport>();
        foreach (var report in reports.Where(report => report.At.UtcDateTime is { Hour: 6 or 18, Minute: 0 }))
        {
            halves[(DateOnly.FromDateTime(report.At.UtcDateTime), report.At.UtcDateTime.Hour)] = report;
        }

        var days = new List<DayTemperature>();
        foreach (var day in halves.Keys.Select(half => half.Day).Distinct().Order())
        {
            if (halves.TryGetValue((day, 6), out var morning) && halves.TryGetValue((day, 18), out var evening)
                && halves.TryGetValue((day.AddDays(1), 6), out var next)
                && !double.IsNaN(morning.Min12 + evening.Min12 + evening.Max12 + next.Max12))
            {
                days.Add(new DayTemperature(day, Math.Min(morning.Min12, evening.Min12), Math.Max(evening.Max12, next.Max12)));
            }
        }

        return days;
    }
}
