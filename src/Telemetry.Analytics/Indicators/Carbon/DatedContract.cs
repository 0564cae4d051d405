namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>A supply contract with what it covers.</summary>
/// <param name="Contract">The contract, its evidence, its share.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Day after the last.</param>
/// <param name="Buildings">Slugs of the buildings supplied; empty for all.</param>
public sealed record DatedContract(SupplyContract Contract, DateOnly From, DateOnly To, IReadOnlyList<string> Buildings)
{
    /// <summary>Whether it covers a building on a day.</summary>
    public bool Covers(string building, DateOnly day) => day >= From && day < To && (Buildings.Count == 0 || Buildings.Contains(building, StringComparer.Ordinal));
}
