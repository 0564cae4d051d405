namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>A change of a static factor that no temperature explains and that is no saving: rooms added, other hours, a machine moved in or out.</summary>
/// <param name="From">First local day.</param>
/// <param name="To">Day after the last.</param>
/// <param name="PerDay">Energy a day that it adds to what the baseline expects; negative when the building was used less. Worked out by a person.</param>
/// <param name="Reason">What changed and how the energy was worked out; never empty.</param>
/// <remarks>Source: IPMVP Core Concepts, non-routine adjustments.</remarks>
public sealed record NonRoutineAdjustment(DateOnly From, DateOnly To, double PerDay, string Reason)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Covers(DateOnly day) => day >= From && day < To;
}
