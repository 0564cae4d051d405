using MathNet.Numerics.Statistics;

namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Whether a daily baseline may be used, and what was found on the way.</summary>
/// <param name="Findings">In the order of <see cref="GateFinding"/>.</param>
/// <param name="Days">Days of the period.</param>
/// <param name="Usable">Days with energy and temperature.</param>
/// <remarks>
/// Source: CalTRACK 2.0 section 2.2 (sufficiency) and the limit of CV(RMSE) of its portfolios; the gate at adjusted R² 0.1 is ours: the bare
/// rule keeps a model of adjusted R² 0.007 on a flat meter.
/// </remarks>
public sealed record BaselineGate(IReadOnlyList<GateFinding> Findings, int Days, int Usable)
{
    /// <summary>Least length of a baseline period, days.</summary>
    public const int LeastDays = 329;

    /// <summary>Least share of usable days.</summary>
    public const double LeastShare = 0.9;

    /// <summary>Below this adjusted R² a model says nothing of temperature.</summary>
    public const double LeastR2 = 0.1;

    /// <summary>Most CV(RMSE) of a daily model.</summary>
    public const double MostCvRmse = 1.0;

    /// <summary>Whether the baseline may be used.</summary>
    public bool Passed => !Findings.Any(finding => finding is <= GateFinding.PoorFit or GateFinding.NegativeUse);

    /// <summary>Judges the days of <c>[from, to)</c> and the model made from them.</summary>
    public static BaselineGate Of(IReadOnlyList<DailyUse> days, DateOnly from, DateOnly to, TemperatureModel? model)
    {
        ArgumentNullException.ThrowIfNull(days);
        var length = Math.Max(0, to.DayNumber - from.DayNumber);
        var usable = days.Where(day => day.Usable && day.Day >= from && day.Day < to).DistinctBy(day => day.Day).Select(day => day.Use).ToArray();
        var found = new List<(GateFinding Finding, bool Is)>
        {
            (GateFinding.TooShort, LeastDays > length),
            (GateFinding.TooLong, length > 366),
            (GateFinding.TooFewDays, LeastShare * length > usable.Length),
            (GateFinding.NoModel, model is null),
            (GateFinding.PoorFit, model is not null && !(model.Statistics.CvRmse <= MostCvRmse)),
            (GateFinding.NoTemperatureDependence, model is not null && !DependsOnTemperature(model)),
            (GateFinding.NegativeUse, usable.Any(use => use < 0)),
            (GateFinding.ExtremeUse, usable.Length >= 4 && usable.Max() > usable.Median() + (3 * usable.InterquartileRange())),
        };
        return new BaselineGate([.. found.Where(one => one.Is).Select(one => one.Finding)], length, usable.Length);
    }

    /// <summary>Whether a model may be said to depend on temperature.</summary>
    public static bool DependsOnTemperature(TemperatureModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Kind != ModelKind.Mean && model.Statistics.R2Adjusted >= LeastR2;
    }

    /// <summary>The product's three words for a daily fit.</summary>
    public static FitVerdict Verdict(FitStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return statistics is { CvRmse: <= 0.25 and >= 0, R2: >= 0.75 } ? FitVerdict.Good
            : statistics.CvRmse is <= 0.5 and >= 0 ? FitVerdict.Usable
            : FitVerdict.Insufficient;
    }
}
