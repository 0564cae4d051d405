using Telemetry.Analytics.Indicators.Boilers;

namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>What a stretch of time, such as a day, adds to the figures of a boiler room: a year is the sum of its days.</summary>
/// <param name="Burner">Starts and runs.</param>
/// <param name="Forced">Hours that people decided.</param>
/// <param name="Condensing">Condensing share.</param>
/// <param name="Regulation">Regulation error.</param>
/// <param name="InSight">Time in which the controller was in sight.</param>
/// <param name="MostRepairs">Highest count of repairs told; NaN when none was.</param>
/// <param name="MostWrites">Highest count of writes told; NaN when none was.</param>
internal readonly record struct OperationDay(
    BurnerSums Burner, ForcedSums Forced, CondensingSums Condensing, RegulationSums Regulation, TimeSpan InSight, double MostRepairs, double MostWrites)
{
    /// <summary>A stretch of nothing.</summary>
    public static OperationDay None { get; } = new(default, default, default, default, TimeSpan.Zero, double.NaN, double.NaN);

    public static OperationDay operator +(OperationDay one, OperationDay other) => new(
        one.Burner + other.Burner, one.Forced + other.Forced, one.Condensing + other.Condensing, one.Regulation + other.Regulation, one.InSight + other.InSight,
        Greater(one.MostRepairs, other.MostRepairs), Greater(one.MostWrites, other.MostWrites));

    private static double Greater(double one, double other) => double.IsNaN(one) || other > one ? other : one;
}
