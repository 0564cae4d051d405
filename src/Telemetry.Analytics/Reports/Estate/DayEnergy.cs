namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Energy of one local day of a building and carrier: the part that every larger figure sums.</summary>
/// <param name="Day">The day.</param>
/// <param name="KWh">Energy, kWh (gas: PCS); NaN when missing.</param>
/// <param name="Source">Where it was read: one source a day, so that nothing is counted twice.</param>
/// <param name="Coverage">Share of the day that is known, 0 to 1.</param>
/// <param name="Estimated">The part of <paramref name="KWh"/> that was estimated.</param>
public readonly record struct DayEnergy(DateOnly Day, double KWh, EnergySource Source, double Coverage, double Estimated)
{
    /// <summary>A day nobody knows.</summary>
    public static DayEnergy Missing(DateOnly day) => new(day, double.NaN, EnergySource.Missing, 0, 0);

    /// <summary>Whether it has a value.</summary>
    public bool Known => Source != EnergySource.Missing;
}
