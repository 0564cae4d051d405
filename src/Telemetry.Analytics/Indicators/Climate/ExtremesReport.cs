namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>Extremes of the last twelve hours, as stations give them at 06 and 18 h UTC (SYNOP).</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Min12">Lowest of the last 12 h, °C; NaN when missing.</param>
/// <param name="Max12">Highest of the last 12 h, °C; NaN when missing.</param>
public readonly record struct ExtremesReport(DateTimeOffset At, double Min12, double Max12);
