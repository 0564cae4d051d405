using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>What a day should have used by now, and how far it is from it.</summary>
/// <param name="Expected">Model at the mean temperature so far × the share of a day usually used by this hour, in the unit of the use.</param>
/// <param name="Deviation">Measured ÷ expected − 1; NaN when nothing can be expected yet.</param>
public readonly record struct ExpectedSoFar(double Expected, double Deviation)
{
    /// <summary>The expectation at an instant of a day.</summary>
    /// <param name="model">Daily baseline.</param>
    /// <param name="profile">How the use of a weekday goes over its hours.</param>
    /// <param name="day">Weekday.</param>
    /// <param name="clock">Local clock time, hours, 0 to 24.</param>
    /// <param name="meanTemperature">Mean temperature since midnight.</param>
    /// <param name="used">Use since midnight.</param>
    public static ExpectedSoFar Of(TemperatureModel model, LoadProfile profile, DayOfWeek day, double clock, double meanTemperature, double used)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(profile);
        var (all, sofar) = (0.0, 0.0);
        for (var hour = 0; hour < 24; hour++)
        {
            var mean = profile.At(day, hour);
            all += mean;
            sofar += mean * Math.Clamp(clock - hour, 0, 1);
        }

        var expected = model.Predict(meanTemperature) * sofar / all;
        return new ExpectedSoFar(expected, expected > 0 ? (used / expected) - 1 : double.NaN);
    }
}
