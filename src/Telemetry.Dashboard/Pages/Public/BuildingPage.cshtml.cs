using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>One building, for everybody.</summary>
[PublicPage]
[OutputCache(Duration = 5)]
internal sealed class BuildingPage(ITownRegistry registry, IFigures figures) : SitePage
{
    public BuildingFigures Figures { get; private set; } = null!;

    public string Finding => Say(
        HomeWords.BuildingFinding, FigureText.Of(Figures.Today.Total, Language).Value, FigureText.Of(Figures.CarbonToday, Language).Value);

    public IActionResult OnGet(string id)
    {
        var building = registry.Current.Buildings.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        if (building is null)
        {
            return NotFound();
        }

        Figures = figures.Building(building);
        return Page();
    }
}
