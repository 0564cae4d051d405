using Telemetry.Analytics.Indicators.Baseline;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>What a baseline expects of a period, and how far it may be trusted.</summary>
/// <param name="Model">The model of the year before the period.</param>
/// <param name="Gate">Whether that model may be used.</param>
/// <param name="BaselineFrom">First day of its year.</param>
/// <param name="BaselineTo">Day after its last.</param>
/// <param name="Days">The days of the period, with energy and temperature.</param>
/// <param name="Savings">Expected, observed, and the difference with its band.</param>
public sealed record Expectation(
    TemperatureModel Model, BaselineGate Gate, DateOnly BaselineFrom, DateOnly BaselineTo, IReadOnlyList<DailyUse> Days, AvoidedEnergy Savings)
{
    /// <summary>Non-routine adjustments in it.</summary>
    public IReadOnlyList<NonRoutineAdjustment> Adjustments { get; init; } = [];

    /// <summary>What is expected of one day, adjustments included.</summary>
    public double On(DailyUse day) => Model.Predict(day.Temperature) + Adjustments.Where(one => one.Covers(day.Day)).Sum(one => one.PerDay);
}
