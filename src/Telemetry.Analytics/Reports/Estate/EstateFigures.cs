using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Reports.Carbon;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>The estate over a period: what an officer signs.</summary>
public sealed record EstateFigures
{
    /// <summary>The period.</summary>
    public required EstatePeriod Period { get; init; }

    /// <summary>Each building, the largest use first.</summary>
    public required IReadOnlyList<BuildingPeriod> Buildings { get; init; }

    /// <summary>Energy of all, kWh (gas: PCS).</summary>
    public required Figure Energy { get; init; }

    /// <summary>Energy of the same days of the year before.</summary>
    public required Figure EnergyBefore { get; init; }

    /// <summary>Change at the mean climate, a ratio; refused when the periods are not measured alike.</summary>
    public required Figure AdjustedChange { get; init; }

    /// <summary>Change as measured, a ratio.</summary>
    public required Figure Change { get; init; }

    /// <summary>Emissions, location-based, with scopes and categories.</summary>
    public required Inventory Carbon { get; init; }

    /// <summary>Market-based emissions of the electricity, kgCO2e: beside the location-based figure, never in it.</summary>
    public required Figure MarketBased { get; init; }

    /// <summary>Emissions of the electricity with the grid's intensity of each hour, one for each intensity imported: never added to any other.</summary>
    public required IReadOnlyList<TimedGrid> Timed { get; init; }

    /// <summary>Change of the emissions, a ratio.</summary>
    public required Figure CarbonChange { get; init; }

    /// <summary>Cost, EUR including tax.</summary>
    public required Figure Cost { get; init; }

    /// <summary>Change of the cost, a ratio.</summary>
    public required Figure CostChange { get; init; }

    /// <summary>Buildings and energies whose days lack for more than a tenth.</summary>
    public required IReadOnlyList<string> ToCheck { get; init; }

    /// <summary>The weather station of the correction; empty when there is none.</summary>
    public required string Station { get; init; }

    /// <summary>The fewest buildings that make half of the energy, the largest first.</summary>
    public IReadOnlyList<BuildingPeriod> HalfOfUse
    {
        get
        {
            var (half, sum) = (Energy.Problem == FigureProblem.None ? Energy.Value / 2 : 0, 0.0);
            return [.. Buildings.Where(one => one.Energy.Total.Problem == FigureProblem.None).TakeWhile(one =>
            {
                var taken = sum < half;
                sum += one.Energy.Total.Value;
                return taken;
            })];
        }
    }
}
