using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers.Cascades;

/// <summary>Words of the advice on a cascade.</summary>
internal static class CascadeWords
{
    public static readonly Phrase Title = new("Chaudières en cascade", "Boilers in cascade");
    public static readonly Phrase Lead = new("Chaudière de tête conseillée : n° {0} ({1} contre {2}).", "Advised lead boiler: no. {0} ({1} against {2}).");
    public static readonly Phrase LeadAlone = new("Chaudière de tête conseillée : n° {0} ({1}).", "Advised lead boiler: no. {0} ({1}).");
    public static readonly Phrase NoLead = new("Chaudière de tête : pas de conseil, les heures d'une chaudière manquent.", "Lead boiler: no advice, the hours of a boiler are missing.");
    public static readonly Phrase And = new(" et ", " and ");
    public static readonly Phrase OneIsEnough = new("{0} chaudière suffit", "{0} boiler is enough");
    public static readonly Phrase MoreAreNeeded = new("Il en faut {0}", "{0} are needed");
    public static readonly Phrase NoneRuns = new("aucune ne tourne", "none runs");
    public static readonly Phrase OneRuns = new("{0} tourne", "{0} runs");
    public static readonly Phrase MoreRun = new("{0} tournent", "{0} run");
    public static readonly Phrase Both = new("{0}, {1}.", "{0}, {1}.");
    public static readonly Phrase AsItShould = new("{0}, {1} : comme il faut.", "{0}, {1}: as it should be.");
    public static readonly Phrase Unknown = new("Nombre de chaudières en marche inconnu : l'une d'elles ne répond pas.", "Number of boilers running unknown: one of them does not answer.");
    public static readonly Phrase Note = new("La tête tourne chaque semaine, vers la chaudière qui a le moins d'heures. C'est un conseil : l'ordre de marche reste à l'automate, rien n'est commandé d'ici.", "The lead turns each week, to the boiler with the fewest hours. It is advice: the sequence stays with the controller, nothing is ordered from here.");
}
