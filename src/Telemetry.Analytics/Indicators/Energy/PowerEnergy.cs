namespace Telemetry.Analytics.Indicators.Energy;

/// <summary>Energy from samples of power, where there is no register.</summary>
/// <param name="KWh">The energy of the time that is covered.</param>
/// <param name="Missing">Time between two samples further apart than allowed: no energy is guessed for it.</param>
public readonly record struct PowerEnergy(double KWh, TimeSpan Missing)
{
    /// <summary>Each value holds until the next sample.</summary>
    /// <param name="powers">kW, in time order.</param>
    /// <param name="longestStep">Two samples further apart give no energy.</param>
    public static PowerEnergy Step(IReadOnlyList<Reading> powers, TimeSpan longestStep) =>
        Sum(powers, longestStep, static (before, _) => before.Value);

    /// <summary>The mean of two samples holds between them.</summary>
    /// <param name="powers">kW, in time order.</param>
    /// <param name="longestStep">Two samples further apart give no energy.</param>
    public static PowerEnergy Trapezoid(IReadOnlyList<Reading> powers, TimeSpan longestStep) =>
        Sum(powers, longestStep, static (before, after) => (before.Value + after.Value) / 2);

    private static PowerEnergy Sum(IReadOnlyList<Reading> powers, TimeSpan longestStep, Func<Reading, Reading, double> between)
    {
        ArgumentNullException.ThrowIfNull(powers);
        var (kWh, missing) = (0.0, TimeSpan.Zero);
        for (var next = 1; next < powers.Count; next++)
        {
            var step = powers[next].At - powers[next - 1].At;
            if (step > longestStep)
            {
                missing += step;
            }
            else
            {
                kWh += between(powers[next - 1], powers[next]) * step.TotalHours;
            }
        }

        return new PowerEnergy(kWh, missing);
    }
}
