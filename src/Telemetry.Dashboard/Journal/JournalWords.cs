using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Journal;

/// <summary>Words of the journal's page.</summary>
internal static class JournalWords
{
    public static readonly Phrase Title = new("Journal", "Journal");
    public static readonly Phrase Lead = new("Qui a fait quoi, quand, pourquoi, et ce qui en est sorti. Rien ne s'y change, rien ne s'en retire.", "Who did what, when, why, and what came of it. Nothing in it is changed, nothing is taken away.");
    public static readonly Phrase From = new("Du", "From");
    public static readonly Phrase To = new("Au", "To");
    public static readonly Phrase Who = new("Qui", "Who");
    public static readonly Phrase What = new("Quoi", "What");
    public static readonly Phrase Everything = new("tout", "everything");
    public static readonly Phrase Text = new("Texte (équipement, bâtiment, motif)", "Text (equipment, building, reason)");
    public static readonly Phrase Filter = new("Filtrer", "Filter");
    public static readonly Phrase All = new("Tout afficher", "Show everything");
    public static readonly Phrase Lines = new("Lignes du journal", "Lines of the journal");
    public static readonly Phrase None = new("Aucune ligne ne correspond.", "No line matches.");
    public static readonly Phrase Older = new("Lignes plus anciennes", "Older lines");
    public static readonly Phrase Newest = new("Revenir aux plus récentes", "Back to the newest");
    public static readonly Phrase Download = new("Télécharger ces lignes (CSV)", "Download these lines (CSV)");
    public static readonly Phrase Verify = new("Vérifier la chaîne maintenant", "Verify the chain now");
    public static readonly Phrase Holds = new("La chaîne tient : {0} lignes vérifiées. Dernière ligne {1}, empreinte {2}.", "The chain holds: {0} lines verified. Last line {1}, fingerprint {2}.");
    public static readonly Phrase Breaks = new("La chaîne est rompue à la ligne {0} : elle a été changée, retirée ou ajoutée hors du logiciel. Prévenez le responsable de la sécurité ; conservez le fichier tel quel.", "The chain is broken at line {0}: it was changed, removed or added outside this program. Tell the security officer; keep the file as it is.");
    public static readonly Phrase Weakened = new("Chaque ligne tient, mais les protections du fichier ont été retirées. Prévenez le responsable de la sécurité.", "Every line holds, but the file's guards were taken off. Tell the security officer.");
    public static readonly Phrase Retention = new("Conservé 5 ans (preuve des ordres et inspection des systèmes d'automatisation, art. R.175-5-1 du code de la construction), puis archivé hors ligne ou détruit. Noms d'agents : données personnelles (RGPD) ; lecture de l'ensemble réservée à l'administrateur, les lignes d'une chaufferie visibles de ceux qui la suivent ; chaque export est lui-même journalisé. Droits d'accès et de rectification : délégué à la protection des données de la commune.", "Kept 5 years (proof of orders and inspection of automation systems, art. R.175-5-1 of the building code), then archived offline or destroyed. Staff names are personal data (GDPR): only the administrator reads all of them, those who follow a boiler room read its lines, and each export is itself journalled. Rights of access and rectification: the municipality's data protection officer.");
    public static readonly Phrase Number = new("n° {0}", "no. {0}");
    public static readonly Phrase Late = new("inscrit le {0}", "written down on {0}");
    public static readonly Phrase BadDate = new("Une date s'écrit 2026-11-22.", "A date is written 2026-11-22.");
    public static readonly Phrase Change = new("avant : {0}", "before: {0}");
    public static readonly Phrase Asked = new("demandé : {0}", "asked: {0}");
    public static readonly Phrase ReadBack = new("relu : {0}", "read back: {0}");
    public static readonly Phrase Rules = new("règles : {0}", "rules: {0}");
    public static readonly Phrase Anybody = new("inconnu", "unknown");

    /// <summary>Words stored in lines, as people read them.</summary>
    public static readonly IReadOnlyDictionary<string, Phrase> Stored = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["done"] = new("fait", "done"),
        ["refused"] = new("refusé", "refused"),
        ["automatic"] = new("automatique", "automatic"),
        ["safety"] = new("mise en sécurité", "in safety"),
        ["Comfort"] = ModeWords.Occupied,
        ["Reduced"] = ModeWords.Reduced,
        ["Frost"] = ModeWords.Frost,
        ["Standby"] = ModeWords.Stop,
        ["Automatic"] = ModeWords.Automatic,
        ["Manual"] = ModeWords.Manual,
        ["centre"] = new("centre", "centre"),
        ["web"] = new("page web", "web page"),
        ["command line"] = new("ligne de commande", "command line"),
        ["Requested"] = new("demandé", "requested"),
        ["Checked"] = new("vérifié par la passerelle", "checked by the gateway"),
        ["Confirmed"] = new("confirmé par relecture", "confirmed by read-back"),
        ["Released"] = new("terminé, retour à l'automatique", "over, back to automatic"),
        ["Refused"] = new("refusé", "refused"),
        ["Sent"] = new("pris par l'automate", "taken by the controller"),
        ["SafetyChain"] = new("défaut de l'automate", "controller in fault"),
        ["Local"] = new("en local", "in local mode"),
        ["SafeState"] = new("mise en sécurité", "in safety"),
        ["Protection"] = new("protection contre le gel", "frost protection"),
        ["Equipment"] = new("repos du brûleur", "burner's least time"),
        ["Forced"] = new("marche forcée", "forced mode"),
        ["Boost"] = new("dérogation", "temporary change"),
        ["Exception"] = new("exception du programme", "exception of the programme"),
        ["Closed"] = new("fermeture", "closure"),
        ["Week"] = new("semaine du programme", "week of the programme"),
        ["Controller"] = new("programme de l'automate", "the controller's own programme"),
        ["None"] = new("rendu à l'automate", "given back to the controller"),
        ["Kept"] = new("écrit et relu", "written and read back"),
        ["Waiting"] = new("en attente d'écriture", "waiting to be written"),
        ["ChangedOnSite"] = new("changé sur place, laissé ainsi", "changed on site, left so"),
        ["Running"] = new("en cours", "under way"),
        ["Met"] = new("atteint", "achieved"),
        ["NotMet"] = new("non atteint", "not achieved"),
        ["NotMeasured"] = new("non mesuré", "not measured"),
        ["EffectSeen"] = new("effet constaté", "effect seen"),
        ["NoEffect"] = new("sans effet constaté", "no effect seen"),
        ["Unconfirmed"] = new("non confirmé", "not confirmed"),
        ["Expired"] = new("expiré", "expired"),
        ["Replaced"] = new("remplacé", "replaced"),
        ["restarted"] = new("non fait : le centre a été redémarré", "not done: the centre was restarted"),
        ["stopped"] = new("non envoyé : trop d'échecs avant", "not sent: too many failed before"),
        ["unwritten"] = new("non envoyé : le centre n'a pas pu l'inscrire", "not sent: the centre could not write it down"),
    };
}
