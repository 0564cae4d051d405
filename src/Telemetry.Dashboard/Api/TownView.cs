using Telemetry.Analytics.Reports;

namespace Telemetry.Dashboard.Api;

/// <summary>The town's figures as open data.</summary>
internal sealed record TownView
{
    public required string Licence { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyDictionary<string, FigureView> Town { get; init; }

    public required IReadOnlyList<BuildingView> Buildings { get; init; }

    public static TownView Of(TownFigures town, DateTimeOffset now) => new()
    {
        Licence = "etalab-2.0",
        UpdatedAt = now.ToUniversalTime(),
        Town = new Dictionary<string, FigureView>(StringComparer.Ordinal)
        {
            ["powerNow"] = FigureView.Of(town.PowerNow),
            ["energyToday"] = FigureView.Of(town.EnergyToday),
            ["energyMonth"] = FigureView.Of(town.EnergyMonth),
            ["carbonToday"] = FigureView.Of(town.CarbonToday),
            ["carbonMonth"] = FigureView.Of(town.CarbonMonth),
        },
        Buildings = [.. town.Buildings.Select(BuildingView.Of)],
    };
}
