namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Losses of efficiency: gas that the weather does not explain (CCH R.175-3, 2°).</summary>
public interface IDrifts
{
    /// <summary>Every building whose baseline may be used; the others cannot be judged and are not here.</summary>
    IReadOnlyList<BuildingDrift> Drifts();
}
