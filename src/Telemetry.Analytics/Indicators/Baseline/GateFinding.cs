namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>What speaks against a baseline, or must be said beside it.</summary>
public enum GateFinding
{
    /// <summary>The period is shorter than 329 days.</summary>
    TooShort,

    /// <summary>The period is longer than 366 days: a season would weigh twice.</summary>
    TooLong,

    /// <summary>Under 90 % of its days have both energy and temperature.</summary>
    TooFewDays,

    /// <summary>No model could be made.</summary>
    NoModel,

    /// <summary>CV(RMSE) above 100 %: the meter cannot be followed day by day.</summary>
    PoorFit,

    /// <summary>Adjusted R² below 0.1: no dependence on temperature; the mean speaks. No reason to refuse.</summary>
    NoTemperatureDependence,

    /// <summary>A day below zero: a consumption cannot be. Look at the meter before signing.</summary>
    NegativeUse,

    /// <summary>A day above the median + 3 interquartile ranges: to be looked at. No reason to refuse.</summary>
    ExtremeUse,
}
