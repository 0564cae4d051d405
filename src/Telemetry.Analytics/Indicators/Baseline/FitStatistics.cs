namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>How well predictions fit observations, each statistic by a named definition.</summary>
/// <remarks>
/// p counts explanatory variables, the intercept left out. CV(RMSE) has three denominators in use: shown is n−p−1 (ASHRAE Guideline 14); the two
/// others are here to compare with tools that use them. R² is 1 − SSE ÷ SST, not a squared correlation (eemeter prints the latter).
/// NMBE is Σ(predicted − observed) ÷ (n × mean); ASHRAE 14 uses the opposite sign and n−p−1. A statistic that cannot be given is NaN.
/// </remarks>
public sealed record FitStatistics
{
    /// <summary>Points.</summary>
    public required int N { get; init; }

    /// <summary>Explanatory variables.</summary>
    public required int P { get; init; }

    /// <summary>Mean of the observations.</summary>
    public required double Mean { get; init; }

    /// <summary>Sum of squared residuals.</summary>
    public required double Sse { get; init; }

    /// <summary>Sum of squared deviations of the observations from their mean.</summary>
    public required double Sst { get; init; }

    /// <summary>Sum of predicted − observed.</summary>
    public required double Bias { get; init; }

    /// <summary>Mean absolute residual.</summary>
    public required double Mae { get; init; }

    /// <summary>Correlation of each residual with the one before it (lag 1).</summary>
    public required double Rho { get; init; }

    /// <summary>Square of the correlation between predicted and observed.</summary>
    public required double SquaredCorrelation { get; init; }

    /// <summary>1 − SSE ÷ SST; at most 1, below 0 when the mean would predict better.</summary>
    public double R2 => Sst > 0 ? 1 - (Sse / Sst) : double.NaN;

    /// <summary>R² adjusted for p.</summary>
    public double R2Adjusted => N > P + 1 ? 1 - ((1 - R2) * (N - 1) / (N - P - 1)) : double.NaN;

    /// <summary>√(SSE ÷ n).</summary>
    public double Rmse => Root(N);

    /// <summary>√(SSE ÷ (n − p)): the one CalTRACK's uncertainty uses.</summary>
    public double RmseAdjusted => Root(N - P);

    /// <summary>CV(RMSE) over n − p − 1: the one shown (ASHRAE Guideline 14).</summary>
    public double CvRmse => Root(N - P - 1) / Mean;

    /// <summary>CV(RMSE) over n.</summary>
    public double CvRmseN => Rmse / Mean;

    /// <summary>CV(RMSE) over n − p.</summary>
    public double CvRmseNMinusP => RmseAdjusted / Mean;

    /// <summary>Σ(predicted − observed) ÷ (n × mean).</summary>
    public double Nmbe => Bias / (N * Mean);

    /// <summary>Σ(observed − predicted) ÷ ((n − p − 1) × mean), as ASHRAE Guideline 14 writes it.</summary>
    public double NmbeAshrae => N > P + 1 ? -Bias / ((N - P - 1) * Mean) : double.NaN;

    /// <summary>Independent points the residuals are worth: n(1 − ρ) ÷ (1 + ρ); more than n when ρ is negative, as the published code keeps it.</summary>
    public double EffectiveN => N * (1 - Rho) / (1 + Rho);

    /// <summary>Statistics of a fit.</summary>
    /// <param name="observed">In time order.</param>
    /// <param name="predicted">As many.</param>
    /// <param name="variables">Explanatory variables of the model.</param>
    public static FitStatistics Of(ReadOnlySpan<double> observed, ReadOnlySpan<double> predicted, int variables)
    {
        if (observed.Length != predicted.Length)
        {
            throw new ArgumentException("As many predictions as observations.", nameof(predicted));
        }

        var n = observed.Length;
        var mean = Average(observed);
        var (sse, sst, bias, absolute) = (0.0, 0.0, 0.0, 0.0);
        var residuals = new double[n];
        for (var at = 0; at < n; at++)
        {
            var residual = residuals[at] = observed[at] - predicted[at];
            sse += residual * residual;
            sst += (observed[at] - mean) * (observed[at] - mean);
            bias -= residual;
            absolute += Math.Abs(residual);
        }

        return new FitStatistics
        {
            N = n,
            P = variables,
            Mean = mean,
            Sse = sse,
            Sst = sst,
            Bias = bias,
            Mae = n == 0 ? double.NaN : absolute / n,
            Rho = n < 3 ? double.NaN : Correlation(residuals.AsSpan(0, n - 1), residuals.AsSpan(1)),
            SquaredCorrelation = Correlation(observed, predicted) is var r ? r * r : double.NaN,
        };
    }

    internal static double Correlation(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        var (meanX, meanY) = (Average(xs), Average(ys));
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var at = 0; at < xs.Length; at++)
        {
            var (x, y) = (xs[at] - meanX, ys[at] - meanY);
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN;
    }

    private static double Average(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.IsEmpty ? double.NaN : sum / values.Length;
    }

    private double Root(int denominator) => denominator > 0 ? Math.Sqrt(Sse / denominator) : double.NaN;
}
