namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Emissions with the intensity of each moment: for « when to run », not for accounts.</summary>
/// <param name="Emissions">kgCO2e, or kgCO2 of direct emissions; its line names the intensity.</param>
/// <param name="LoadWeightedGrams">Σ(E·g) ÷ ΣE, g/kWh; NaN without energy.</param>
/// <param name="MeanGrams">Mean of the intensity over the same time, g/kWh: what a constant load would have.</param>
/// <remarks>Never added to, nor compared with, a figure from yearly factors: other perimeter.</remarks>
public sealed record TimedCarbon(Figure Emissions, double LoadWeightedGrams, double MeanGrams)
{
    /// <summary>Energy × intensity, step by step; an energy step longer than the intensity's is spread evenly over it.</summary>
    /// <param name="steps">Energies in time order.</param>
    /// <param name="intensity">The intensity in time.</param>
    /// <param name="step">Its step.</param>
    public static TimedCarbon Of(IReadOnlyList<EnergyStep> steps, IGridIntensity intensity, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(intensity);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        var unit = Unit(intensity.Perimeter);
        if (steps.Count == 0)
        {
            return new TimedCarbon(Figure.Refused(unit, default, default, FigureProblem.NoReading), double.NaN, double.NaN);
        }

        var sum = default(TimedSum);
        foreach (var one in steps)
        {
            sum = sum.With(one, intensity, step);
        }

        return sum.ToCarbon(intensity, steps[0].From, steps[^1].To);
    }

    /// <summary>kgCO2e, but kgCO2 where only direct CO₂ is counted.</summary>
    internal static string Unit(IntensityPerimeter perimeter) => perimeter == IntensityPerimeter.DirectProduction ? "kgCO2" : "kgCO2e";
}
