using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Words of the officer's pages.</summary>
internal static class EstateWords
{
    public static readonly Phrase Title = new("Patrimoine", "Estate");
    public static readonly Phrase LiveTitle = new("Patrimoine, en ce moment", "Estate, right now");
    public static readonly Phrase Finding = new("En {0}, jusqu'ici : {1} d'énergie et {2} pour {3} bâtiments.", "In {0}, so far: {1} of energy and {2} for {3} buildings.");
    public static readonly Phrase NoFinding = new("En {0}, la consommation du patrimoine n'est pas connue : {1}.", "In {0}, the use of the estate is not known: {1}.");
    public static readonly Phrase Table = new("Énergie et gaz à effet de serre par bâtiment, {0}", "Energy and greenhouse gases by building, {0}");
    public static readonly Phrase Energy = new("Énergie", "Energy");
    public static readonly Phrase Carbon = new("CO₂e", "CO₂e");
    public static readonly Phrase Measured = new("Mesuré", "Measured");
    public static readonly Phrase Method = new("Calcul", "Method");
    public static readonly Phrase NotSummed = new("voir chaque bâtiment", "see each building");
    public static readonly Phrase GasNote = new("Gaz en kWh PCS, comme sur la facture. Le total additionne électricité et gaz tels que facturés.", "Gas in kWh of higher heating value, as on the bill. The total adds electricity and gas as billed.");
    public static readonly Phrase Period = new("Période", "Period");
    public static readonly Phrase Month = new("Ce mois-ci", "This month");
    public static readonly Phrase Today = new("Aujourd'hui", "Today");
    public static readonly Phrase Curve = new("Heure par heure", "Hour by hour");
    public static readonly Phrase CurveTitle = new("{0}, {1} : {2}", "{0}, {1}: {2}");
    public static readonly Phrase CurveTotal = new("{0} heures mesurées sur {1}, la plus forte à {2} ({3})", "{0} hours measured out of {1}, the highest at {2} ({3})");
    public static readonly Phrase CurveNone = new("aucune heure mesurée", "no hour measured");
    public static readonly Phrase Caption = new("kWh par heure locale, {0}, compteurs principaux. Une heure sans relevé reste vide.", "kWh by local hour, {0}, main meters. An hour without reading stays empty.");
    public static readonly Phrase ChartName = new("Diagramme en barres, kWh par heure. {0}. Données dans le tableau qui suit.", "Bar chart, kWh by hour. {0}. Data in the table below.");
    public static readonly Phrase Show = new("Afficher", "Show");
    public static readonly Phrase Source = new("Énergie", "Energy");
    public static readonly Phrase Day = new("Jour", "Day");
    public static readonly Phrase DayBefore = new("Jour précédent", "Day before");
    public static readonly Phrase DayAfter = new("Jour suivant", "Day after");
    public static readonly Phrase Hour = new("Heure", "Hour");
    public static readonly Phrase Use = new("kWh", "kWh");
    public static readonly Phrase TableName = new("Données du diagramme, {0}", "Data of the chart, {0}");
    public static readonly Phrase Running = new("Aujourd'hui, à cette heure", "Today, so far");
    public static readonly Phrase RunningHelp = new("Talon : puissance électrique qui ne s'arrête jamais, sur quatre semaines. Écart : électricité depuis minuit par rapport à ce que le modèle de l'année et la température du jour font attendre à cette heure.", "Base load: electric power that never stops, over four weeks. Difference: electricity since midnight against what the year's model and today's temperature lead to expect by now.");
    public static readonly Phrase BaseLoad = new("Talon", "Base load");
    public static readonly Phrase Deviation = new("Électricité, écart à l'attendu", "Electricity, against expected");
    public static readonly Phrase Against = new("{0} (attendu {1})", "{0} (expected {1})");
    public static readonly Phrase NotYet = new("— ({0})", "— ({0})");
    public static readonly Phrase NoBuilding = new("Aucun bâtiment n'est encore suivi.", "No building is followed yet.");
    public static readonly Phrase NoCurve = new("Ce bâtiment n'a pas de compteur pour cette énergie.", "This building has no meter for this energy.");
}
