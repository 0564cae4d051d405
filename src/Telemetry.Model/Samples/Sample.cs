using Telemetry.Model.Sites;

namespace Telemetry.Model.Samples;

/// <summary>One value of one point at one instant.</summary>
/// <param name="Point">The point measured.</param>
/// <param name="At">Instant of measurement, UTC.</param>
/// <param name="Value">In the point's unit; NaN exactly when <paramref name="Quality"/> is bad.</param>
/// <param name="Quality">How far to trust the value, and why.</param>
public readonly record struct Sample(PointId Point, DateTimeOffset At, double Value, Quality Quality)
{
    /// <summary>A fact without a value: the point was asked and nothing trustworthy came.</summary>
    public static Sample Missing(PointId point, DateTimeOffset at, Quality why) => new(point, at, double.NaN, why);
}
