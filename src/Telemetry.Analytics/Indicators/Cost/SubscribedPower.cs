namespace Telemetry.Analytics.Indicators.Cost;

/// <summary>Peak ÷ subscribed power, for whoever may change a subscription.</summary>
/// <param name="Ratio">Peak ÷ subscribed; refused without one of them.</param>
/// <param name="Verdict">In one word.</param>
/// <remarks>Limits ours: over 110 % excess is billed month after month, under 70 % of a whole year the subscription is too large.</remarks>
public sealed record SubscribedPower(Figure Ratio, SubscribedPowerVerdict Verdict)
{
    private const double Most = 1.1;
    private const double Least = 0.7;

    /// <summary>Judges a peak.</summary>
    /// <param name="peak">Highest power of the period, kW.</param>
    /// <param name="subscribedKW">Subscribed power, kW; null when unknown.</param>
    /// <param name="period">Length of the period the peak is of: « too large » needs a year.</param>
    public static SubscribedPower Of(Figure peak, double? subscribedKW, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(peak);
        var ratio = Intensity.Of(peak, subscribedKW, "kW") with { Unit = "" };
        var year = period >= TimeSpan.FromDays(360) && peak.Coverage >= Comparison.LeastCoverage;
        return new SubscribedPower(ratio, ratio.Problem != FigureProblem.None ? SubscribedPowerVerdict.Unknown
            : ratio.Value > Most ? SubscribedPowerVerdict.TooSmall
            : !year ? SubscribedPowerVerdict.Unknown
            : ratio.Value < Least ? SubscribedPowerVerdict.TooLarge
            : SubscribedPowerVerdict.Fits);
    }
}
