using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Words of the page that explains a figure.</summary>
internal static class MethodWords
{
    public static readonly Phrase Title = new("Comment est-ce calculé ? {0}", "How is this worked out? {0}");
    public static readonly Phrase Perimeter = new("Périmètre : {0}.", "Perimeter: {0}.");
    public static readonly Phrase WholeTown = new("tous les bâtiments suivis", "all the buildings followed");
    public static readonly Phrase Period = new("Période : du {0} à {1} au {2} à {3}.", "Period: from {0} at {1} to {2} at {3}.");
    public static readonly Phrase Coverage = new("Part de la période réellement mesurée : {0}.", "Share of the period really measured: {0}.");
    public static readonly Phrase Result = new("Résultat : {0}.", "Result: {0}.");
    public static readonly Phrase Absent = new("Pas de résultat : {0}.", "No result: {0}.");
    public static readonly Phrase Lines = new("Lignes du calcul", "Lines of the calculation");
    public static readonly Phrase NoLines = new("Ce chiffre est une somme directe de relevés, sans ligne de détail.", "This figure is a direct sum of readings, without detail lines.");
    public static readonly Phrase Line = new("Ligne", "Line");
    public static readonly Phrase Quantity = new("Quantité", "Quantity");
    public static readonly Phrase Factor = new("Facteur", "Factor");
    public static readonly Phrase Share = new("Résultat", "Result");
    public static readonly Phrase Added = new("ajouté", "added");
    public static readonly Phrase Sources = new("Facteurs et sources", "Factors and sources");
    public static readonly Phrase FactorText = new("{0} : {1}. {2}. Année des données : {3}. Source : {4}.", "{0}: {1}. {2}. Data year: {3}. Source: {4}.");
    public static readonly Phrase PowerText = new("La puissance est celle du moment, lue sur les compteurs principaux. kW : à quelle vitesse l'énergie est consommée ; kWh : combien en a été consommé.", "Power is that of the moment, read on the main meters. kW: how fast energy is being used; kWh: how much has been used.");
    public static readonly Phrase EnergyText = new("L'énergie est la différence entre deux relevés des compteurs principaux. Un compteur placé derrière un autre n'est jamais compté deux fois.", "Energy is the difference between two readings of the main meters. A meter behind another one is never counted twice.");
    public static readonly Phrase CarbonText = new("Les émissions sont l'énergie mesurée multipliée par le facteur d'émission de chaque énergie, méthode fondée sur le réseau français.", "Emissions are the energy measured multiplied by the emission factor of each energy, location-based method.");
    public static readonly Phrase PueText = new("PUE : énergie de la salle serveurs (informatique et refroidissement) divisée par l'énergie de l'informatique seule, mesurée au bandeau de prises (catégorie 2). 1 serait parfait. Périmètre partiel : onduleur, éclairage et réseau d'alimentation ne sont pas mesurés à part.", "PUE: energy of the server room (IT and cooling) divided by the energy of IT alone, measured at the PDU (category 2). 1 would be perfect. Partial perimeter: UPS, lighting and supply losses are not metered apart.");
}
