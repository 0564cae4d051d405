namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>Degree days of a period from the lowest and highest temperature of its days.</summary>
/// <param name="Method">How they were counted.</param>
/// <param name="BaseC">Base, °C.</param>
/// <param name="Days">Days with a usable temperature.</param>
/// <param name="Expected">Days of the period.</param>
/// <param name="Heating">K·d over the days there are; not scaled.</param>
/// <param name="Cooling">K·d over the days there are; not scaled.</param>
public sealed record DegreeDaySum(DegreeDayMethod Method, double BaseC, int Days, int Expected, double Heating, double Cooling)
{
    /// <summary>Below this share of days a sum is refused.</summary>
    public const double LeastShare = 0.95;

    /// <summary>Unit of the figures.</summary>
    public const string Unit = "K·d";

    /// <summary>Adds the days of <c>[from, to)</c>; the first of two rows of one day stands.</summary>
    public static DegreeDaySum Of(IEnumerable<DayTemperature> days, DateOnly from, DateOnly to, double baseC, DegreeDayMethod method)
    {
        ArgumentNullException.ThrowIfNull(days);
        var inside = Inside(days, from, to);
        return new DegreeDaySum(
            method,
            baseC,
            inside.Count,
            Math.Max(0, to.DayNumber - from.DayNumber),
            inside.Values.Sum(day => DegreeDays.Heating(method, day.Min, day.Max, baseC)),
            inside.Values.Sum(day => DegreeDays.Cooling(method, day.Min, day.Max, baseC)));
    }

    /// <summary>Heating degree days as a figure: refused under 95 % of the days, else what lacks is taken at the mean of its own month.</summary>
    /// <returns>What was taken so is in <see cref="Figure.Estimated"/>; refused with <see cref="FigureProblem.LowCoverage"/> too when a month has no day at all.</returns>
    public static Figure HeatingFigure(IEnumerable<DayTemperature> days, DateOnly from, DateOnly to, double baseC, DegreeDayMethod method) =>
        FigureOf(days, from, to, "Heating", (min, max) => DegreeDays.Heating(method, min, max, baseC));

    /// <summary>Cooling degree days as a figure, by the same rule.</summary>
    public static Figure CoolingFigure(IEnumerable<DayTemperature> days, DateOnly from, DateOnly to, double baseC, DegreeDayMethod method) =>
        FigureOf(days, from, to, "Cooling", (min, max) => DegreeDays.Cooling(method, min, max, baseC));

    private static Figure FigureOf(IEnumerable<DayTemperature> days, DateOnly from, DateOnly to, string label, Func<double, double, double> of)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (start, end) = (Midnight(from), Midnight(to));
        var problem = PeriodCheck.Of(start, end);
        if (problem != FigureProblem.None)
        {
            return Figure.Refused(Unit, start, end, problem);
        }

        var expected = to.DayNumber - from.DayNumber;
        var inside = ByDay(days, from, expected, out var count);
        if (count < LeastShare * expected)
        {
            return Figure.Refused(Unit, start, end, count == 0 ? FigureProblem.NoReading : FigureProblem.LowCoverage);
        }

        var (sum, added) = (0.0, 0.0);
        for (var month = from; month < to; month = new DateOnly(month.Year, month.Month, 1).AddMonths(1))
        {
            var (known, lacking, ofMonth) = (0, 0, 0.0);
            for (var day = month; day < to && day.Month == month.Month; day = day.AddDays(1))
            {
                var temperature = inside[day.DayNumber - from.DayNumber];
                (known, lacking, ofMonth) = temperature.Usable ? (known + 1, lacking, ofMonth + of(temperature.Min, temperature.Max)) : (known, lacking + 1, ofMonth);
            }

            if (known == 0)
            {
                return Figure.Refused(Unit, start, end, FigureProblem.LowCoverage);
            }

            sum += ofMonth;
            added += lacking * ofMonth / known;
        }

        return new Figure
        {
            Value = sum + added,
            Unit = Unit,
            From = start,
            To = end,
            Coverage = (double)count / expected,
            Estimated = added,
            Lines = [new FigureLine(label, count, "d", null, sum + added)],
        };
    }

    private static Dictionary<DateOnly, DayTemperature> Inside(IEnumerable<DayTemperature> days, DateOnly from, DateOnly to)
    {
        var inside = new Dictionary<DateOnly, DayTemperature>();
        foreach (var day in days.Where(day => day.Usable && day.Day >= from && day.Day < to))
        {
            inside.TryAdd(day.Day, day);
        }

        return inside;
    }

    /// <summary>Each day of a period in its place, unusable where it lacks; the first of two rows of one day stands.</summary>
    private static DayTemperature[] ByDay(IEnumerable<DayTemperature> days, DateOnly from, int expected, out int count)
    {
        var inside = new DayTemperature[expected];
        Array.Fill(inside, new DayTemperature(from, double.NaN, double.NaN));
        count = 0;
        foreach (var day in days)
        {
            var place = day.Day.DayNumber - from.DayNumber;
            if (place >= 0 && place < expected && day.Usable && !inside[place].Usable)
            {
                (inside[place], count) = (day, count + 1);
            }
        }

        return inside;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
