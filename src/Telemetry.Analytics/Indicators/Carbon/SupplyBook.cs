using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>How the electricity is bought: what market-based emissions are worked out from.</summary>
/// <param name="Contracts">Contracts with the days and buildings they cover.</param>
/// <param name="ResidualMixes">Factors of what nobody claimed, one a year.</param>
public sealed record SupplyBook(IReadOnlyList<DatedContract> Contracts, IReadOnlyList<EmissionFactor> ResidualMixes)
{
    /// <summary>Nothing is known of it.</summary>
    public static SupplyBook Empty { get; } = new([], []);

    /// <summary>What is wrong with the file it was read from; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The residual mix of a year: its own, else the newest older one; null when there is none.</summary>
    public EmissionFactor? ResidualMix(int year) => ResidualMixes.Where(mix => mix.Year <= year).MaxBy(mix => mix.Year);

    /// <summary>The contracts that cover a building on a day.</summary>
    /// <param name="building">The building's slug.</param>
    /// <param name="day">The local day.</param>
    public IReadOnlyList<SupplyContract> For(string building, DateOnly day) => [.. Contracts.Where(one => one.Covers(building, day)).Select(one => one.Contract)];
}
