namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>How far a daily model may be trusted, in three words; always shown beside n and the period.</summary>
public enum FitVerdict
{
    /// <summary>CV(RMSE) up to 25 % and R² from 0.75.</summary>
    Good,

    /// <summary>CV(RMSE) up to 50 %.</summary>
    Usable,

    /// <summary>Worse, or nothing to judge.</summary>
    Insufficient,
}
