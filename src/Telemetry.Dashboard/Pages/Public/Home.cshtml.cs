using Microsoft.AspNetCore.OutputCaching;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Security;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>The public page: is my town doing better, and with which buildings.</summary>
[PublicPage]
[OutputCache(Duration = 5)]
internal sealed class Home(IFigures figures) : SitePage
{
    public TownFigures Town { get; private set; } = null!;

    public string Finding { get; private set; } = "";

    public void OnGet()
    {
        Town = figures.Town();
        Finding = Sentence(Town, Language);
    }

    /// <summary>The finding as a sentence. Pure.</summary>
    internal static string Sentence(TownFigures town, Language language)
    {
        if (town.Buildings.Count == 0)
        {
            return language.Say(HomeWords.Empty);
        }

        var energy = FigureText.Of(town.EnergyToday, language);
        if (!energy.Known)
        {
            return language.Say(HomeWords.NoFinding);
        }

        var who = town.Buildings.Count == 1 ? language.Say(HomeWords.OneBuilding) : language.Say(HomeWords.Buildings, language.Number(town.Buildings.Count, 0));
        var carbon = FigureText.Of(town.CarbonToday, language);
        return carbon.Known
            ? language.Say(HomeWords.Finding, who, energy.Value, carbon.Value)
            : language.Say(HomeWords.FindingNoCarbon, who, energy.Value);
    }
}
