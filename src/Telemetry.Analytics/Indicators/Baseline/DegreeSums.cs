namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Sums over the days on one side of a change point, d being the degrees beyond it.</summary>
/// <param name="Days">Days with d above 0.</param>
/// <param name="Sum">Σd.</param>
/// <param name="Squares">Σd².</param>
/// <param name="WithUse">Σd·(y − mean y).</param>
internal readonly record struct DegreeSums(int Days, double Sum, double Squares, double WithUse)
{
    /// <summary>Least squares on this side alone: slope and squared residuals; NaN when the days do not tell.</summary>
    internal (double Slope, double Sse) Fit(SortedDays days)
    {
        var spread = Spread(days.N);
        return spread > 0 ? (WithUse / spread, days.Sst - (WithUse * WithUse / spread)) : (double.NaN, double.NaN);
    }

    /// <summary>Least squares on this (heating) side and another (cooling) side together.</summary>
    internal (double Slope, double OtherSlope, double Sse) Fit(DegreeSums other, SortedDays days)
    {
        var (own, its, both) = (Spread(days.N), other.Spread(days.N), -Sum * other.Sum / days.N);
        var determinant = (own * its) - (both * both);
        if (!(determinant > 1e-12 * own * its))
        {
            return (double.NaN, double.NaN, double.NaN);
        }

        var slope = ((WithUse * its) - (other.WithUse * both)) / determinant;
        var otherSlope = ((other.WithUse * own) - (WithUse * both)) / determinant;
        return (slope, otherSlope, days.Sst - (slope * WithUse) - (otherSlope * other.WithUse));
    }

    private double Spread(int n) => Squares - (Sum * Sum / n);
}
