using Microsoft.AspNetCore.Mvc;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>« Comment est-ce calculé ? » for one figure: its lines, factors and sources.</summary>
[PublicPage]
internal sealed class Method(ITownRegistry registry, IFigures figures) : SitePage
{
    private static readonly Phrase PueName = new("PUE de la salle serveurs", "PUE of the server room");
    private static readonly Phrase ItPower = new("Puissance du parc numérique", "Power of the IT estate");

    public Figure Figure { get; private set; } = null!;

    public Phrase Name { get; private set; } = FigureWords.EnergyToday;

    public Phrase Text { get; private set; } = MethodWords.EnergyText;

    /// <summary>The building the figure is about; null for the whole town.</summary>
    public string? BuildingName { get; private set; }

    public IActionResult OnGet(string what, string? batiment)
    {
        var building = registry.Current.Buildings.FirstOrDefault(one => string.Equals(one.Id, batiment, StringComparison.Ordinal));
        if (batiment is not null && building is null)
        {
            return NotFound();
        }

        BuildingName = building?.Name;
        var found = building is null ? OfTown(what) : OfBuilding(what, figures.Building(building));
        if (found is not { } one)
        {
            return NotFound();
        }

        (Figure, Name, Text) = one;
        return Page();
    }

    private static (Figure, Phrase, Phrase)? OfBuilding(string what, BuildingFigures one) => what switch
    {
        "puissance" => (one.PowerNow, FigureWords.PowerNow, MethodWords.PowerText),
        "energie-jour" => (one.Today.Total, FigureWords.EnergyToday, MethodWords.EnergyText),
        "energie-mois" => (one.Month.Total, FigureWords.EnergyMonth, MethodWords.EnergyText),
        "carbone-jour" => (one.CarbonToday, FigureWords.CarbonToday, MethodWords.CarbonText),
        "carbone-mois" => (one.CarbonMonth, FigureWords.CarbonMonth, MethodWords.CarbonText),
        _ => null,
    };

    private (Figure, Phrase, Phrase)? OfTown(string what) => what switch
    {
        "puissance" => (figures.Town().PowerNow, FigureWords.PowerNow, MethodWords.PowerText),
        "energie-jour" => (figures.Town().EnergyToday, FigureWords.EnergyToday, MethodWords.EnergyText),
        "energie-mois" => (figures.Town().EnergyMonth, FigureWords.EnergyMonth, MethodWords.EnergyText),
        "carbone-jour" => (figures.Town().CarbonToday, FigureWords.CarbonToday, MethodWords.CarbonText),
        "carbone-mois" => (figures.Town().CarbonMonth, FigureWords.CarbonMonth, MethodWords.CarbonText),
        "parc-puissance" => (figures.It().PowerNow, ItPower, MethodWords.PowerText),
        "parc-energie-jour" => (figures.It().EnergyToday, FigureWords.EnergyToday, MethodWords.EnergyText),
        "parc-energie-mois" => (figures.It().EnergyMonth, FigureWords.EnergyMonth, MethodWords.EnergyText),
        "parc-carbone-jour" => (figures.It().CarbonToday, FigureWords.CarbonToday, MethodWords.CarbonText),
        "parc-carbone-mois" => (figures.It().CarbonMonth, FigureWords.CarbonMonth, MethodWords.CarbonText),
        "pue" => (figures.It().PueToday, PueName, MethodWords.PueText),
        _ => null,
    };
}
