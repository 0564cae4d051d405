using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Words of an officer's page of one building.</summary>
internal static class BuildingWords
{
    public static readonly Phrase More = new("Sur {0}, {1} a consommé {2} de gaz de plus que la météo ne l'explique ({3}).", "Over {0}, {1} used {2} more gas than the weather explains ({3}).");
    public static readonly Phrase Less = new("Sur {0}, {1} a consommé {2} de gaz de moins que la météo ne l'explique ({3}).", "Over {0}, {1} used {2} less gas than the weather explains ({3}).");
    public static readonly Phrase AsExpected = new("Sur {0}, {1} consomme son gaz comme la météo le laisse attendre : l'écart n'est pas significatif.", "Over {0}, {1} uses its gas as the weather leads to expect: the difference is not significant.");
    public static readonly Phrase NoModel = new("Sur {0}, la consommation attendue de {1} ne peut pas être donnée : {2}.", "Over {0}, the expected use of {1} cannot be given: {2}.");
    public static readonly Phrase NoWeather = new("il manque la météo ou une année de gaz jour par jour", "weather, or a year of gas day by day, is missing");
    public static readonly Phrase Deviation = new("Gaz, écart à l'attendu", "Gas, against expected");
    public static readonly Phrase Band = new("± {0}, confiance 90 %", "± {0}, 90% confidence");
    public static readonly Phrase Closed = new("Électricité, fermé", "Electricity while closed");
    public static readonly Phrase Expected = new("Attendu", "Expected");
    public static readonly Phrase Measured = new("Mesuré", "Measured");
    public static readonly Phrase Months = new("Gaz mesuré et attendu, mois par mois", "Gas measured and expected, month by month");
    public static readonly Phrase MonthsCaption = new("kWh PCS par mois, jours connus seulement. Attendu : modèle de l'année d'avant, à la météo de la période.", "kWh of gas a month, known days only. Expected: the model of the year before, at the weather of the period.");
    public static readonly Phrase Signature = new("Signature : gaz par jour selon la température extérieure", "Signature: gas a day by outdoor temperature");
    public static readonly Phrase SignatureCaption = new("Moyenne des jours de la période par degré (points) et modèle (ligne) : talon {0} par jour, {1} par degré-jour sous {2}. R² {3}, CV(RMSE) {4}, {5} jours.", "Mean of the period's days by degree (points) and model (line): base load {0} a day, {1} a degree day below {2}. R² {3}, CV(RMSE) {4}, {5} days.");
    public static readonly Phrase ChartName = new("{0}. Données dans le tableau qui suit.", "{0}. Data in the table below.");
    public static readonly Phrase Month = new("Mois", "Month");
    public static readonly Phrase Temperature = new("Température", "Temperature");
    public static readonly Phrase DaysCount = new("Jours", "Days");
    public static readonly Phrase Verdict = new("Modèle : {0}", "Model: {0}");
    public static readonly Phrase Good = new("bon", "good");
    public static readonly Phrase Usable = new("utilisable", "usable");
    public static readonly Phrase Insufficient = new("insuffisant, à ne pas citer", "insufficient, not to be quoted");
    public static readonly Phrase Meters = new("Sources et couverture", "Sources and coverage");
    public static readonly Phrase NewAction = new("Créer une action", "Create an action");
    public static readonly Phrase NoAction = new("Aucune action pour ce bâtiment.", "No action for this building.");
}
