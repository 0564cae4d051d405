namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>One model among those a search tries: as little as must be known to compare it.</summary>
internal readonly record struct Candidate(
    ModelKind Kind, double Intercept, double HeatingSlope, double? HeatingPoint, double CoolingSlope, double? CoolingPoint, double Sse)
{
    /// <summary>Explanatory variables: slopes.</summary>
    internal int Variables => Kind switch
    {
        ModelKind.Mean => 0,
        ModelKind.FourParameter or ModelKind.FiveParameter => 2,
        _ => 1,
    };

    internal static Candidate? OfHeating(SortedDays days, double point, DegreeSums sums, int leastDays, bool rising)
    {
        var (slope, sse) = sums.Fit(days);
        var intercept = days.MeanUse - (slope * sums.Sum / days.N);
        return sums.Days < leastDays || double.IsNaN(slope) || (rising && !(slope >= 0 && intercept >= 0))
            ? null
            : new Candidate(ModelKind.ThreeParameterHeating, intercept, slope, point, 0, null, sse);
    }

    internal static Candidate? OfCooling(SortedDays days, double point, DegreeSums sums, int leastDays, bool rising)
    {
        var (slope, sse) = sums.Fit(days);
        var intercept = days.MeanUse - (slope * sums.Sum / days.N);
        return sums.Days < leastDays || double.IsNaN(slope) || (rising && !(slope >= 0 && intercept >= 0))
            ? null
            : new Candidate(ModelKind.ThreeParameterCooling, intercept, 0, null, slope, point, sse);
    }

    internal static Candidate? OfBoth(
        ModelKind kind, SortedDays days, (double Point, DegreeSums Sums) heating, (double Point, DegreeSums Sums) cooling, int leastDays, bool rising)
    {
        if (heating.Sums.Days < leastDays || cooling.Sums.Days < leastDays)
        {
            return null;
        }

        var (slope, other, sse) = heating.Sums.Fit(cooling.Sums, days);
        var intercept = days.MeanUse - (((slope * heating.Sums.Sum) + (other * cooling.Sums.Sum)) / days.N);
        return double.IsNaN(slope) || (rising && !(slope >= 0 && other >= 0 && intercept >= 0))
            ? null
            : new Candidate(kind, intercept, slope, heating.Point, other, cooling.Point, sse);
    }

    internal static Candidate? Better(Candidate? one, Candidate? other) =>
        one is not { } first ? other : other is { } second && second.Sse < first.Sse ? other : one;

    /// <summary>R² adjusted, from the sums alone.</summary>
    internal double R2Adjusted(SortedDays days) =>
        days.Sst > 0 && days.N > Variables + 1 ? 1 - (Sse / days.Sst * (days.N - 1) / (days.N - Variables - 1)) : double.NaN;

    /// <summary>The model with its statistics, taken from its residuals one by one.</summary>
    internal TemperatureModel ToModel(double[] temperatures, double[] uses)
    {
        var bare = new TemperatureModel
        {
            Kind = Kind,
            Intercept = Intercept,
            HeatingSlope = HeatingSlope,
            HeatingPoint = HeatingPoint,
            CoolingSlope = CoolingSlope,
            CoolingPoint = CoolingPoint,
            Statistics = FitStatistics.Of([], [], 0),
        };
        return bare with { Statistics = FitStatistics.Of(uses, Array.ConvertAll(temperatures, bare.Predict), Variables) };
    }
}
