namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>One activity of a site with the data its absolute threshold (Cabs) is modulated by.</summary>
/// <param name="Name">Sub-category, as OPERAT calls it.</param>
/// <param name="AreaM2">Floor area, m², above 0.</param>
/// <param name="Cvc">Heating, cooling, ventilation part, kWh/m²·year, from the annex for its climate zone and altitude; null when no published value is known.</param>
/// <param name="UseStandard">Use part at standard intensity, kWh/m²·year; null when no published value is known.</param>
public sealed record OfficeActivity(string Name, double AreaM2, double? Cvc, double? UseStandard)
{
    /// <summary>Rate of occupancy, %.</summary>
    public double Occupancy { get; init; } = 70;

    /// <summary>Standard rate, %.</summary>
    public double OccupancyStandard { get; init; } = 70;

    /// <summary>Floor area by post, m².</summary>
    public double M2PerPost { get; init; } = 18;

    /// <summary>Standard area by post, m².</summary>
    public double M2PerPostStandard { get; init; } = 18;

    /// <summary>Hours of use a year.</summary>
    public double Hours { get; init; } = 3120;

    /// <summary>Standard hours a year.</summary>
    public double HoursStandard { get; init; } = 3120;

    /// <summary>Use part at the intensity there is, kWh/m²·year; NaN when it cannot be worked out.</summary>
    /// <remarks>Arrêté of 24 November 2020, annex II, standard offices.</remarks>
    public double UseModulated => UseStandard is { } standard && M2PerPost > 0 && OccupancyStandard > 0 && HoursStandard > 0 && Occupancy >= 0 && Hours >= 0
        ? standard * (0.05
            + (0.95 * (Occupancy / OccupancyStandard) * (M2PerPostStandard / M2PerPost) * (Hours / HoursStandard))
            + (0.28 * (Hours - HoursStandard) / HoursStandard))
        : double.NaN;

    /// <summary>Cabs of the activity, kWh/m²·year; NaN when a published value lacks.</summary>
    public double Cabs => Cvc is >= 0 and var cvc ? cvc + UseModulated : double.NaN;
}
