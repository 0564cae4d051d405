using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Words of the officer's overview and of what stands behind it.</summary>
internal static class OverviewWords
{
    public static readonly Phrase Title = new("Patrimoine", "Estate");
    public static readonly Phrase Fell = new("Sur {0}, la consommation baisse de {1} à climat égal par rapport à l'année d'avant.", "Over {0}, use falls by {1} at equal climate, compared with the year before.");
    public static readonly Phrase Rose = new("Sur {0}, la consommation monte de {1} à climat égal par rapport à l'année d'avant.", "Over {0}, use rises by {1} at equal climate, compared with the year before.");
    public static readonly Phrase Steady = new("Sur {0}, la consommation est stable à climat égal par rapport à l'année d'avant.", "Over {0}, use is steady at equal climate, compared with the year before.");
    public static readonly Phrase NoChange = new("Sur {0}, l'évolution à climat égal ne peut pas être donnée : {1}.", "Over {0}, the change at equal climate cannot be given: {1}.");
    public static readonly Phrase Ahead = new("En {0}, le patrimoine a {1} points d'avance sur la trajectoire 2030.", "In {0}, the estate is {1} points ahead of the 2030 path.");
    public static readonly Phrase Behind = new("En {0}, il manque {1} points pour tenir la trajectoire 2030.", "In {0}, {1} points are missing to hold the 2030 path.");
    public static readonly Phrase Perimeter = new("{0} bâtiments · {1}", "{0} buildings · {1}");
    public static readonly Phrase Period = new("Période", "Period");
    public static readonly Phrase Show = new("Afficher", "Show");
    public static readonly Phrase Figures = new("Quatre chiffres", "Four figures");
    public static readonly Phrase Energy = new("Énergie", "Energy");
    public static readonly Phrase Carbon = new("Gaz à effet de serre", "Greenhouse gases");
    public static readonly Phrase Cost = new("Coût TTC, d'après les factures", "Cost with tax, from the invoices");
    public static readonly Phrase Complete = new("Données complètes", "Data complete");
    public static readonly Phrase Adjusted = new("{0} à climat égal", "{0} at equal climate");
    public static readonly Phrase OnYear = new("{0} sur un an", "{0} on the year before");
    public static readonly Phrase NotCompared = new("pas de comparaison : {0}", "no comparison: {0}");
    public static readonly Phrase ToCheck = new("{0} compteur(s) à vérifier", "{0} meter(s) to check");
    public static readonly Phrase NothingToCheck = new("aucun compteur à vérifier", "no meter to check");
    public static readonly Phrase Uncertainty = new("incertitude connue ±{0}, inconnue sur {1} du total", "known uncertainty ±{0}, unknown over {1} of the total");
    public static readonly Phrase UncertaintyUnknown = new("incertitude des facteurs non publiée", "uncertainty of the factors not published");
    public static readonly Phrase Trajectory = new("Trajectoire Éco Énergie Tertiaire : {0} par rapport à {1}, objectif −40 % en 2030", "Éco Énergie Tertiaire path: {0} compared with {1}, target −40% in 2030");
    public static readonly Phrase NoTrajectory = new("Trajectoire : aucune année complète n'est encore connue.", "Path: no complete year is known yet.");
    public static readonly Phrase TrajectoryCaption = new("Énergie finale par an, MWh PCI, à climat égal, tous bâtiments. Ligne pointillée : chemin indicatif vers −40 % en 2030, droite entre la référence et l'objectif. Contour tireté : année mesurée en partie.", "Final energy a year, MWh PCI, at equal climate, all buildings. Dotted line: indicative path to −40% in 2030, straight between the reference and the target. Dashed outline: a year measured in part.");
    public static readonly Phrase TrajectoryName = new("Diagramme en barres, énergie par an et chemin vers 2030. {0}. Données dans le tableau qui suit.", "Bar chart, energy a year and path to 2030. {0}. Data in the table below.");
    public static readonly Phrase Year = new("Année", "Year");
    public static readonly Phrase Measured = new("Mesuré", "Measured");
    public static readonly Phrase AtClimate = new("À climat égal", "At equal climate");
    public static readonly Phrase Path = new("Chemin 2030", "2030 path");
    public static readonly Phrase Coverage = new("Connu", "Known");
    public static readonly Phrase YearsTable = new("Énergie finale par an, MWh PCI", "Final energy a year, MWh PCI");
    public static readonly Phrase Half = new("Les {0} bâtiments qui font la moitié de la consommation", "The {0} buildings that make half of the use");
    public static readonly Phrase HalfOne = new("Un bâtiment fait la moitié de la consommation", "One building makes half of the use");
    public static readonly Phrase AllBuildings = new("Tous les bâtiments, {0}", "All buildings, {0}");
    public static readonly Phrase PerSquareMetre = new("kWh/m²", "kWh/m²");
    public static readonly Phrase Deviation = new("Gaz, écart à l'attendu", "Gas, against expected");
    public static readonly Phrase Closed = new("Électricité, fermé", "Electricity, closed");
    public static readonly Phrase ClosedHelp = new("Fermé : hors des horaires usuels du bâtiment élargis d'une heure, jours fériés et vacances scolaires compris.", "Closed: outside the building's usual hours widened by an hour, public and school holidays included.");
    public static readonly Phrase Quality = new("Connu", "Known");
    public static readonly Phrase Actions = new("Actions", "Actions");
    public static readonly Phrase ToDecide = new("À décider", "To decide");
    public static readonly Phrase ActionsLine = new("{0} action(s) en cours, dont {1} en retard.", "{0} action(s) under way, {1} of them late.");
    public static readonly Phrase SeeActions = new("Registre des actions", "Register of actions");
    public static readonly Phrase SeeLive = new("En ce moment, heure par heure", "Right now, hour by hour");
    public static readonly Phrase SeeReports = new("Rapports", "Reports");
    public static readonly Phrase NoBuilding = new("Aucun bâtiment n'est encore suivi.", "No building is followed yet.");
    public static readonly Phrase NoPast = new("Aucune donnée sur cette période. Importez des relevés ou des factures (dashboard import), ou attendez que les compteurs aient un mois entier.", "No data over this period. Import readings or invoices (dashboard import), or wait until the meters have a whole month.");
    public static readonly Phrase NotSignificant = new("non significatif", "not significant");
}
