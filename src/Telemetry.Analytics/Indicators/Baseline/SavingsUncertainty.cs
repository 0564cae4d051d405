using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Half width of the band around a saving.</summary>
public static class SavingsUncertainty
{
    // A quantile is found by search, and the same few are asked again and again.
    private static readonly ConcurrentDictionary<(int Freedom, double Confidence), double> Quantiles = [];

    /// <summary>The band in the unit of the energy, as CalTRACK gives it.</summary>
    /// <param name="baseline">Statistics of the baseline fit.</param>
    /// <param name="points">Reporting points m (days), at least 1.</param>
    /// <param name="confidence">Of the two-sided band: 0.9; above 0, below 1.</param>
    /// <param name="step">Step of the data.</param>
    /// <returns>Infinite or NaN when the fit does not tell: then nothing is significant.</returns>
    /// <remarks>
    /// E × t × P(M) × (RMSE ÷ mean) × √(n/n′ × (1 + 2/n′) ÷ m), E the baseline's total, RMSE over n − p, M = m/30 for days, t two-sided Student at n − p
    /// degrees. Source: ASHRAE Guideline 14 annex B with the polynomials of Sun and Baltazar (2013), as in OpenEEmeter.
    /// </remarks>
    public static double Band(FitStatistics baseline, int points, double confidence = 0.9, SavingsStep step = SavingsStep.Daily)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var months = step == SavingsStep.Daily ? points / 30.0 : points;
        var factor = step switch
        {
            SavingsStep.Daily => (-0.00024 * months * months) + (0.03535 * months) + 1.00286,
            SavingsStep.Billing => (-0.00022 * months * months) + (0.03306 * months) + 0.94054,
            _ => 1.26,
        };
        return baseline.N * Math.Abs(baseline.Mean) * Relative(baseline, points, confidence, factor);
    }

    /// <summary>Fractional savings uncertainty of ASHRAE Guideline 14: the band ÷ the saving.</summary>
    /// <param name="baseline">Statistics of the baseline fit.</param>
    /// <param name="points">Reporting points m.</param>
    /// <param name="fraction">The saving ÷ the adjusted baseline, not 0.</param>
    /// <param name="confidence">0.68 for the performance path, which accepts at most 0.5.</param>
    /// <remarks>1.26 × t × CV ÷ F × √(n/n′ × (1 + 2/n′) ÷ m), CV over n − p.</remarks>
    public static double Ashrae14(FitStatistics baseline, int points, double fraction, double confidence = 0.68)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return Relative(baseline, points, confidence, 1.26) / Math.Abs(fraction);
    }

    /// <summary>Two bands that do not depend on each other, together.</summary>
    public static double Together(double one, double other) => Math.Sqrt((one * one) + (other * other));

    /// <summary>Two-sided Student quantile at n − p degrees of freedom; NaN without any.</summary>
    public static double T(int points, int variables, double confidence) =>
        points > variables && confidence is > 0 and < 1
            ? Quantiles.GetOrAdd((points - variables, confidence), static of => StudentT.InvCDF(0, 1, of.Freedom, 1 - ((1 - of.Confidence) / 2)))
            : double.NaN;

    private static double Relative(FitStatistics baseline, int points, double confidence, double factor)
    {
        var independent = baseline.EffectiveN;
        var inflation = baseline.N / independent * (1 + (2 / independent)) / points;
        return points < 1 || !(inflation > 0)
            ? double.NaN
            : T(baseline.N, baseline.P, confidence) * factor * (baseline.RmseAdjusted / Math.Abs(baseline.Mean)) * Math.Sqrt(inflation);
    }
}
