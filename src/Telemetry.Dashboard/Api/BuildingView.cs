using Telemetry.Analytics.Reports;

namespace Telemetry.Dashboard.Api;

/// <summary>A building's figures as open data. Power of the moment is left out: it would tell when people are there.</summary>
internal sealed record BuildingView(string Id, string Name, string Use, double? FloorAreaM2, IReadOnlyDictionary<string, FigureView> Figures)
{
    public static BuildingView Of(BuildingFigures figures) => new(
        figures.Building.Id, figures.Building.Name, figures.Building.Use.ToString(), figures.Building.FloorAreaM2,
        new Dictionary<string, FigureView>(StringComparer.Ordinal)
        {
            ["energyToday"] = FigureView.Of(figures.Today.Total),
            ["energyMonth"] = FigureView.Of(figures.Month.Total),
            ["carbonToday"] = FigureView.Of(figures.CarbonToday),
            ["carbonMonth"] = FigureView.Of(figures.CarbonMonth),
        });
}
