using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words of the history of alarms and its figures.</summary>
internal static class HistoryWords
{
    public static readonly Phrase Title = new("Historique des alarmes", "History of alarms");
    public static readonly Phrase Lead = new("Combien d'alarmes, et combien de temps pour y répondre.", "How many alarms, and how long to answer them.");
    public static readonly Phrase More = new("Et {0} de plus.", "And {0} more.");
    public static readonly Phrase State = new("Suivi", "Progress");
    public static readonly Phrase Period = new("Période", "Period");
    public static readonly Phrase Days = new("{0} derniers jours", "last {0} days");
    public static readonly Phrase Level = new("Niveau", "Level");
    public static readonly Phrase AllLevels = new("tous", "all");
    public static readonly Phrase Site = new("Bâtiment", "Building");
    public static readonly Phrase AllSites = new("tous", "all");
    public static readonly Phrase Show = new("Afficher", "Show");
    public static readonly Phrase Figures = new("Les chiffres", "The figures");
    public static readonly Phrase FiguresTable = new("Par niveau, {0} bâtiments, {1} derniers jours", "By level, {0} buildings, last {1} days");
    public static readonly Phrase PerSite = new("{0} alarmes par bâtiment et par jour (visé : 1 au plus).", "{0} alarms per building and day (aim: 1 at most).");
    public static readonly Phrase NoSites = new("Aucun bâtiment suivi sur la période.", "No building followed over the period.");
    public static readonly Phrase Raised = new("Levées", "Raised");
    public static readonly Phrase Share = new("Part", "Share");
    public static readonly Phrase ToAcknowledge = new("Prise en charge", "Taken charge of");
    public static readonly Phrase ToRestore = new("Retour à la normale", "Back to normal");
    public static readonly Phrase MeanAnd90 = new("{0} en moyenne, 9 sur 10 en {1} au plus", "{0} on average, 9 in 10 within {1}");
    public static readonly Phrase NoTimes = new("aucune", "none");
    public static readonly Phrase Unanswered = new("Sans réponse", "Unanswered");
    public static readonly Phrase Aims = new("Visé : urgentes prises en charge en 15 min et rétablies en 4 h ; environ 5 / 15 / 80 % du plus au moins grave. Une alarme qui s'explique par une autre n'est pas comptée.", "Aim: urgent ones taken charge of within 15 min and restored within 4 h; about 5 / 15 / 80% from worst to mildest. An alarm explained by another is not counted.");
    public static readonly Phrase List = new("Les alarmes, la dernière d'abord", "The alarms, the latest first");
    public static readonly Phrase None = new("Aucune alarme sur cette période.", "No alarm over this period.");
    public static readonly Phrase Minutes = new("{0} min", "{0} min");
    public static readonly Phrase Hours = new("{0} h", "{0} h");
    public static readonly Phrase LongDays = new("{0} j", "{0} d");
}
