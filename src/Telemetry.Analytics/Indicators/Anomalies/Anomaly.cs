namespace Telemetry.Analytics.Indicators.Anomalies;

/// <summary>One thing to look at: one run, one alert.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="From">Start, UTC, included.</param>
/// <param name="To">End, UTC, excluded.</param>
/// <param name="AtStake">How much, in <paramref name="Unit"/>: over the run, or over a year when <paramref name="ByYear"/>; NaN when it cannot be said.</param>
/// <param name="Unit"><c>kWh</c>, <c>m³</c>, <c>kW</c>.</param>
/// <param name="ByYear">Whether the stake is that of a year at this level.</param>
public sealed record Anomaly(AnomalyKind Kind, DateTimeOffset From, DateTimeOffset To, double AtStake, string Unit, bool ByYear)
{
    /// <summary>EUR at stake; null without a price.</summary>
    public double? Euro { get; init; }

    /// <summary>What it was seen by: expected and measured, with their labels.</summary>
    public IReadOnlyList<FigureLine> Evidence { get; init; } = [];

    /// <summary>The same with its cost at a mean price.</summary>
    /// <param name="euroPerUnit">EUR for one unit of the stake, at least 0.</param>
    public Anomaly At(double euroPerUnit) => this with { Euro = double.IsFinite(AtStake) && euroPerUnit >= 0 ? AtStake * euroPerUnit : null };

    /// <summary>The dearest first, then the largest; what has no stake comes last, the longest first. At most so many.</summary>
    public static IReadOnlyList<Anomaly> Rank(IEnumerable<Anomaly> anomalies, int most = int.MaxValue) =>
    [
        .. anomalies.OrderByDescending(one => one.Euro ?? -1)
            .ThenByDescending(one => one.Unit == "kWh" && double.IsFinite(one.AtStake) ? one.AtStake : -1)
            .ThenByDescending(one => one.To - one.From)
            .Take(most),
    ];
}
