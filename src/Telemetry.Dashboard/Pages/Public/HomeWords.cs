using Telemetry.Dashboard.Wording;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Words of the public pages.</summary>
internal static class HomeWords
{
    public static readonly Phrase Title = new("L'énergie de nos bâtiments", "The energy of our buildings");
    public static readonly Phrase Finding = new("Depuis minuit, {0} ont consommé {1} d'énergie et émis {2}.", "Since midnight, {0} have used {1} of energy and emitted {2}.");
    public static readonly Phrase FindingNoCarbon = new("Depuis minuit, {0} ont consommé {1} d'énergie.", "Since midnight, {0} have used {1} of energy.");
    public static readonly Phrase NoFinding = new("Aucun relevé exploitable depuis minuit : la consommation du jour n'est pas connue.", "No usable reading since midnight: today's use is not known.");
    public static readonly Phrase Empty = new("Aucun bâtiment n'est encore suivi.", "No building is followed yet.");
    public static readonly Phrase OneBuilding = new("le bâtiment suivi", "the one building followed");
    public static readonly Phrase Buildings = new("nos {0} bâtiments suivis", "our {0} buildings followed");
    public static readonly Phrase Figures = new("Aujourd'hui et ce mois-ci", "Today and this month");
    public static readonly Phrase List = new("Nos bâtiments", "Our buildings");
    public static readonly Phrase Area = new("{0} chauffés", "{0} heated");
    public static readonly Phrase TodayUse = new("{0} aujourd'hui", "{0} today");
    public static readonly Phrase Source = new("D'où viennent ces chiffres ?", "Where do these figures come from?");
    public static readonly Phrase SourceText = new("Des compteurs d'électricité et de gaz des bâtiments, relevés automatiquement. Le gaz est compté en kWh PCS, comme sur la facture. Les émissions sont l'énergie multipliée par un facteur public, cité avec chaque calcul. Ce qui n'a pas été mesuré n'est pas inventé : la part mesurée est indiquée.", "From the buildings' electricity and gas meters, read automatically. Gas is counted in kWh of higher heating value, as on the bill. Emissions are energy multiplied by a public factor, cited with each calculation. What was not measured is not made up: the measured share is given.");
    public static readonly Phrase OpenData = new("Ces chiffres en données ouvertes (JSON)", "These figures as open data (JSON)");
    public static readonly Phrase Back = new("Tous les bâtiments", "All buildings");
    public static readonly Phrase ByCarrier = new("Énergie par source", "Energy by source");
    public static readonly Phrase Carrier = new("Source d'énergie", "Energy source");
    public static readonly Phrase Today = new("Aujourd'hui", "Today");
    public static readonly Phrase Month = new("Ce mois-ci", "This month");
    public static readonly Phrase BuildingFinding = new("Depuis minuit : {0} d'énergie, {1}.", "Since midnight: {0} of energy, {1}.");
    public static readonly Phrase School = new("École", "School");
    public static readonly Phrase Gymnasium = new("Gymnase", "Gymnasium");
    public static readonly Phrase TownHall = new("Mairie", "Town hall");
    public static readonly Phrase Nursery = new("Crèche", "Nursery");
    public static readonly Phrase OtherUse = new("Bâtiment communal", "Municipal building");

    /// <summary>What a building is used for.</summary>
    public static Phrase Use(BuildingUse use) => use switch
    {
        BuildingUse.School => School,
        BuildingUse.Gymnasium => Gymnasium,
        BuildingUse.TownHall => TownHall,
        BuildingUse.Nursery => Nursery,
        _ => OtherUse,
    };
}
