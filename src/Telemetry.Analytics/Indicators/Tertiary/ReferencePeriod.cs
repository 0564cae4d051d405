namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>Twelve months in a row that could be the reference.</summary>
/// <param name="From">First month.</param>
/// <param name="KWh">Their final energy, kWh PCI.</param>
/// <param name="AdjustedKWh">The same, climate-adjusted: what the trajectory starts from.</param>
/// <param name="Coverage">Mean coverage, 0 to 1.</param>
public sealed record ReferencePeriod(DateOnly From, double KWh, double AdjustedKWh, double Coverage)
{
    /// <summary>Least coverage of each month.</summary>
    public const double LeastCoverage = 0.9;

    /// <summary>The year by which the reference is known: that of its last month.</summary>
    public int Year => From.AddMonths(11).Year;

    /// <summary>All periods that may be chosen, the most favourable first (the highest adjusted consumption leaves the highest targets).</summary>
    /// <param name="months">In any order; the first of two for one month stands.</param>
    /// <param name="latestYear">Last year allowed: sources say 2019, 2020 or 2022, so it is a setting.</param>
    /// <param name="civilYearsOnly">True to start in January only.</param>
    /// <returns>Empty when no twelve months in a row from 2010 on are known to 90 % each.</returns>
    public static IReadOnlyList<ReferencePeriod> Candidates(IEnumerable<MonthlyUse> months, int latestYear, bool civilYearsOnly = false)
    {
        ArgumentNullException.ThrowIfNull(months);
        var known = new SortedDictionary<DateOnly, MonthlyUse>();
        foreach (var month in months.Where(month => month is { KWh: >= 0, AdjustedKWh: >= 0, Coverage: >= LeastCoverage, Month.Day: 1 }))
        {
            known.TryAdd(month.Month, month);
        }

        return
        [
            .. known.Keys
                .Where(first => first.Year >= Trajectory.FirstReferenceYear && first.AddMonths(11).Year <= latestYear && (!civilYearsOnly || first.Month == 1))
                .Where(first => Enumerable.Range(0, 12).All(place => known.ContainsKey(first.AddMonths(place))))
                .Select(first => Of(first, [.. Enumerable.Range(0, 12).Select(place => known[first.AddMonths(place)])]))
                .OrderByDescending(period => period.AdjustedKWh).ThenBy(period => period.From),
        ];
    }

    private static ReferencePeriod Of(DateOnly first, List<MonthlyUse> months) =>
        new(first, months.Sum(month => month.KWh), months.Sum(month => month.AdjustedKWh), months.Average(month => month.Coverage));
}
