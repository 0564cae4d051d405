namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Change-point models 2P to 5P by least squares: every change point of a grid, then finer around the best.</summary>
/// <remarks>
/// Slopes are free (a published 4P has a falling right side); a signature that must rise says so with <c>rising</c>. Each sloped side keeps at least two
/// days, or a fiftieth of them. Between two data points a change point is fixed by the slopes only: read it to half a degree.
/// Source of the shapes: ASHRAE RP-1050 (Kissock, Haberl, Claridge 2003).
/// </remarks>
public static class ChangePoints
{
    private const int Coarse = 400;
    private const int CoarsePairs = 80;
    private const int Rounds = 7;

    /// <summary>The best model of one shape.</summary>
    /// <param name="days">In time order; days not usable are passed over.</param>
    /// <param name="kind">The shape; <see cref="ModelKind.Mean"/> gives the mean.</param>
    /// <param name="rising">True to accept only slopes of at least 0 and an intercept of at least 0.</param>
    /// <returns>Null when the days do not tell: fewer than twice the parameters, one temperature only, or nothing that rises.</returns>
    public static TemperatureModel? Fit(IEnumerable<DailyUse> days, ModelKind kind, bool rising = false)
    {
        ArgumentNullException.ThrowIfNull(days);
        var usable = days.Where(day => day.Usable).ToArray();
        if (usable.Length < Math.Max(3, 2 * Parameters(kind)))
        {
            return null;
        }

        var (x, y) = (Array.ConvertAll(usable, day => day.Temperature), Array.ConvertAll(usable, day => day.Use));
        var sums = new SortedDays(x, y);
        var best = kind switch
        {
            ModelKind.Mean => new Candidate(kind, sums.MeanUse, 0, null, 0, null, sums.Sst),
            ModelKind.TwoParameter => Line(sums, x),
            ModelKind.FiveParameter => Pair(sums, rising),
            _ => One(sums, kind, rising),
        };
        return best is { } found && double.IsFinite(found.Sse) ? found.ToModel(x, y) : null;
    }

    private static int Parameters(ModelKind kind) => kind switch
    {
        ModelKind.Mean => 1,
        ModelKind.TwoParameter => 2,
        ModelKind.FourParameter => 4,
        ModelKind.FiveParameter => 5,
        _ => 3,
    };

    private static Candidate? Line(SortedDays days, double[] x)
    {
        var (slope, sse) = days.Line();
        return double.IsFinite(slope) ? new Candidate(ModelKind.TwoParameter, days.MeanUse - (slope * x.Average()), slope, null, 0, null, sse) : null;
    }

    private static Candidate? One(SortedDays days, ModelKind kind, bool rising)
    {
        var (from, to, step) = (days.Lowest, days.Highest, (days.Highest - days.Lowest) / Coarse);
        Candidate? best = null;
        for (var round = 0; round < Rounds && step > 0; round++)
        {
            for (var point = from; point <= to; point += step)
            {
                best = Candidate.Better(best, At(days, kind, point, rising));
            }

            if (best is not { } found)
            {
                return null;
            }

            var centre = found.HeatingPoint ?? found.CoolingPoint!.Value;
            (from, to, step) = (centre - step, centre + step, step / 10);
        }

        return best;
    }

    private static Candidate? At(SortedDays days, ModelKind kind, double point, bool rising) => kind switch
    {
        ModelKind.ThreeParameterHeating => Candidate.OfHeating(days, point, days.Heating(point), Least(days), rising),
        ModelKind.ThreeParameterCooling => Candidate.OfCooling(days, point, days.Cooling(point), Least(days), rising),
        _ => Candidate.OfBoth(ModelKind.FourParameter, days, (point, days.Heating(point)), (point, days.Cooling(point)), Least(days), rising),
    };

    private static Candidate? Pair(SortedDays days, bool rising)
    {
        var step = (days.Highest - days.Lowest) / CoarsePairs;
        var (left, right) = ((From: days.Lowest, To: days.Highest), (From: days.Lowest, To: days.Highest));
        Candidate? best = null;
        for (var round = 0; round < Rounds && step > 0; round++)
        {
            var heating = Sums(left, step, days.Heating);
            var cooling = Sums(right, step, days.Cooling);
            foreach (var one in heating)
            {
                foreach (var other in cooling)
                {
                    if (one.Point <= other.Point)
                    {
                        best = Candidate.Better(best, Candidate.OfBoth(ModelKind.FiveParameter, days, one, other, Least(days), rising));
                    }
                }
            }

            if (best is not { } found)
            {
                return null;
            }

            (left, right) = ((found.HeatingPoint!.Value - step, found.HeatingPoint.Value + step), (found.CoolingPoint!.Value - step, found.CoolingPoint.Value + step));
            step /= 5;
        }

        return best;
    }

    private static List<(double Point, DegreeSums Sums)> Sums((double From, double To) range, double step, Func<double, DegreeSums> of)
    {
        var sums = new List<(double, DegreeSums)>();
        for (var point = range.From; point <= range.To + (step / 2); point += step)
        {
            sums.Add((point, of(point)));
        }

        return sums;
    }

    private static int Least(SortedDays days) => Math.Max(2, days.N / 50);
}
