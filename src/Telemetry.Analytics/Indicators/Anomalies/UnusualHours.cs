using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Indicators.Anomalies;

/// <summary>Hours that lie far from the same weekday and hour of the eight weeks before.</summary>
/// <remarks>
/// Median and 1.4826 × median absolute deviation of at least four of the eight; beyond 3.5 of them an hour is unusual. The deviation is never taken under a
/// twentieth of the mean load, or a steady meter would alarm at a lamp. The features are those of the LEAD contest (values a week apart); ours otherwise.
/// </remarks>
public static class UnusualHours
{
    private const double Beyond = 3.5;
    private const int Weeks = 8;

    // Hours of the longest day.
    private const int Longest = 25;

    /// <summary>Runs of unusual hours above what is usual, in order: one alert a run.</summary>
    /// <param name="load">The load.</param>
    /// <param name="leastHours">Shorter runs are passed over.</param>
    public static IReadOnlyList<Anomaly> Find(HourlyLoad load, int leastHours = 3)
    {
        ArgumentNullException.ThrowIfNull(load);
        if (load.Known == 0)
        {
            return [];
        }

        var floor = load.Total / load.Known / 20;
        var found = new List<Anomaly>();
        Span<int> weeks = stackalloc int[Weeks];
        Span<double> before = stackalloc double[Weeks];
        Span<bool> usualHours = stackalloc bool[Longest];
        var (start, first, over, usual) = (-1, 0, 0.0, 0.0);
        for (var hour = 0; hour <= load.Grid.Hours; hour++)
        {
            if (hour < load.Grid.Hours && hour == load.Grid.First(load.Grid.Day[hour]))
            {
                DaysBefore(load, load.Grid.Day[hour], weeks);
                first = hour;
                Usual(load.KWh, hour, load.Grid.First(load.Grid.Day[hour] + 1) - hour, Beyond * floor, weeks, usualHours);
            }

            var (excess, median) = hour < load.Grid.Hours && !usualHours[hour - first] ? Excess(load.KWh, hour, floor, weeks, before) : (0, 0);
            if (excess > 0)
            {
                start = start < 0 ? hour : start;
                (over, usual) = (over + excess, usual + median);
                continue;
            }

            if (start >= 0 && hour - start >= leastHours)
            {
                found.Add(new Anomaly(AnomalyKind.UnusualHours, load.Grid.At(start), load.Grid.At(hour), over, "kWh", ByYear: false)
                {
                    Evidence = [new FigureLine("Expected", hour - start, "h", null, usual), new FigureLine("Observed", hour - start, "h", null, usual + over)],
                });
            }

            (start, over, usual) = (-1, 0, 0);
        }

        return found;
    }

    /// <summary>How far back the same weekday of each of the weeks before lies, in hours; 0 where there is none of the same length.</summary>
    private static void DaysBefore(HourlyLoad load, int day, Span<int> weeks)
    {
        var grid = load.Grid;
        for (var week = 1; week <= Weeks; week++)
        {
            var then = day - (7 * week);
            weeks[week - 1] = then >= 0 && grid.First(then + 1) - grid.First(then) == grid.First(day + 1) - grid.First(day) ? grid.First(day) - grid.First(then) : 0;
        }
    }

    /// <summary>Which hours of a day are near at least half of those before them: so is their median, and nothing needs sorting. Nearly every hour ends here.</summary>
    private static void Usual(ReadOnlySpan<double> kWh, int first, int hours, double near, ReadOnlySpan<int> weeks, Span<bool> usual)
    {
        Span<int> close = stackalloc int[Longest];
        Span<int> known = stackalloc int[Longest];
        close.Clear();
        known.Clear();
        var now = kWh.Slice(first, hours);
        foreach (var back in weeks)
        {
            if (back == 0)
            {
                continue;
            }

            var then = kWh.Slice(first - back, hours);
            for (var hour = 0; hour < now.Length; hour++)
            {
                // Not known is near nothing: a comparison with it is false.
                close[hour] += now[hour] - then[hour] <= near ? 1 : 0;
                known[hour] += double.IsNaN(then[hour]) ? 0 : 1;
            }
        }

        for (var hour = 0; hour < hours; hour++)
        {
            usual[hour] = known[hour] < 4 || 2 * close[hour] >= known[hour] + 1;
        }
    }

    private static (double Excess, double Median) Excess(ReadOnlySpan<double> kWh, int hour, double floor, ReadOnlySpan<int> weeks, Span<double> before)
    {
        var (value, count) = (kWh[hour], 0);
        foreach (var back in weeks)
        {
            if (back > 0 && kWh[hour - back] is var then && !double.IsNaN(then))
            {
                before[count++] = then;
            }
        }

        if (double.IsNaN(value))
        {
            return (0, 0);
        }

        var median = Median(before[..count]);
        for (var at = 0; at < count; at++)
        {
            before[at] = Math.Abs(before[at] - median);
        }

        var scale = Math.Max(floor, 1.4826 * Median(before[..count]));
        return value - median > Beyond * scale ? (value - median, median) : (0, 0);
    }

    private static double Median(Span<double> values)
    {
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
