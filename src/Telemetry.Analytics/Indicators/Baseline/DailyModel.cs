namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Daily baseline in the manner of CalTRACK 2.0: among no, heating, cooling and both dependences, the best adjusted R².</summary>
/// <remarks>
/// Every balance point of the grid, heating ≤ cooling; ordinary least squares; slopes and intercept at least 0; a side needs its days and degree days.
/// Source: CalTRACK Methods 2.0, section 3 (daily), as in OpenEEmeter. The gate that decides whether it may be used is <see cref="BaselineGate"/>.
/// </remarks>
public static class DailyModel
{
    /// <summary>The chosen model.</summary>
    /// <param name="days">In time order; days not usable are passed over.</param>
    /// <param name="grid">Balance points, in the unit of the temperatures.</param>
    /// <param name="only">Limits the choice to the mean and this shape (3PH for a gas boiler); null for all.</param>
    /// <returns>Null with fewer than ten usable days.</returns>
    public static TemperatureModel? Fit(IEnumerable<DailyUse> days, BalanceGrid grid, ModelKind? only = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(grid);
        var usable = days.Where(day => day.Usable).ToArray();
        if (usable.Length < 10)
        {
            return null;
        }

        var (x, y) = (Array.ConvertAll(usable, day => day.Temperature), Array.ConvertAll(usable, day => day.Use));
        var sums = new SortedDays(x, y);
        return Search(sums, grid, only).ToModel(x, y);
    }

    private static Candidate Search(SortedDays days, BalanceGrid grid, ModelKind? only)
    {
        var heating = Sides(grid, days.Heating);
        var cooling = Sides(grid, days.Cooling);
        var mean = new Candidate(ModelKind.Mean, days.MeanUse, 0, null, 0, null, days.Sst);
        var (best, bestR2) = (mean, 0.0);

        void Try(Candidate? candidate)
        {
            if (candidate is { } found && found.R2Adjusted(days) is var r2 && r2 > bestR2)
            {
                (best, bestR2) = (found, r2);
            }
        }

        foreach (var side in only is null or ModelKind.ThreeParameterHeating ? heating : [])
        {
            Try(Candidate.OfHeating(days, side.Point, side.Sums, 0, rising: true));
        }

        foreach (var side in only is null or ModelKind.ThreeParameterCooling ? cooling : [])
        {
            Try(Candidate.OfCooling(days, side.Point, side.Sums, 0, rising: true));
        }

        foreach (var side in only is null or ModelKind.FiveParameter ? heating : [])
        {
            foreach (var other in cooling)
            {
                if (side.Point <= other.Point)
                {
                    Try(Candidate.OfBoth(ModelKind.FiveParameter, days, side, other, 0, rising: true));
                }
            }
        }

        return best;
    }

    private static List<(double Point, DegreeSums Sums)> Sides(BalanceGrid grid, Func<double, DegreeSums> of)
    {
        var sides = new List<(double Point, DegreeSums Sums)>(grid.Count);
        for (var place = 0; place < grid.Count; place++)
        {
            var sums = of(grid.Point(place));
            if (sums.Days >= grid.LeastDays && sums.Sum >= grid.LeastDegreeDays)
            {
                sides.Add((grid.Point(place), sums));
            }
        }

        return sides;
    }
}
