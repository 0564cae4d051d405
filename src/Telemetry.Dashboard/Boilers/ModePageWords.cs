using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Words of the pages that force a mode and that put a boiler room in safety.</summary>
internal static class ModePageWords
{
    public static readonly Phrase Title = new("Marche forcée", "Forced mode");
    public static readonly Phrase Link = new("Forcer un mode", "Force a mode");
    public static readonly Phrase Lead = new("Un mode forcé passe devant le programme et se termine toujours, dans trois jours au plus. Ses heures sont comptées au dossier.", "A forced mode goes before the programme and always ends, within three days. Its hours are counted in the dossier.");
    public static readonly Phrase LeadLong = new("Un mode forcé passe devant le programme et se termine toujours : trois jours au plus, quatorze avec un motif écrit (ce que ce compte seul peut demander). Ses heures sont comptées au dossier.", "A forced mode goes before the programme and always ends: within three days, or fourteen with a written reason (which this account alone may ask). Its hours are counted in the dossier.");
    public static readonly Phrase ReasonLead = new("facultatif ; les collègues le liront", "optional; colleagues will read it");
    public static readonly Phrase Choose = new("Quel mode ?", "Which mode?");
    public static readonly Phrase Comfort = new("Occupé : chauffer comme en journée", "Occupied: heat as in the daytime");
    public static readonly Phrase Reduced = new("Réduit : chauffer comme la nuit", "Reduced: heat as at night");
    public static readonly Phrase Frost = new("Hors-gel : protéger du gel seulement", "Frost protection only");
    public static readonly Phrase Standby = new("Arrêt : ne plus chauffer, hors-gel actif", "Off: no heating, frost protection alive");
    public static readonly Phrase ReasonHelp = new("obligatoire au-delà de trois jours", "required beyond three days");
    public static readonly Phrase Sentence = new("{0} : mode {1} forcé {2}, puis retour au programme.", "{0}: mode {1} forced {2}, then back to the programme.");
    public static readonly Phrase Now = new("Mode lu dans l'automate : {0}.", "Mode read from the controller: {0}.");
    public static readonly Phrase NoMode = new("Choisissez un des quatre modes.", "Choose one of the four modes.");
    public static readonly Phrase LongNeedsReason = new("Au-delà de trois jours, indiquez un motif.", "Beyond three days, give a reason.");
    public static readonly Phrase NotOffered = new("Cet automate ne donne pas son mode : aucun mode ne peut être forcé d'ici.", "This controller does not tell its mode: no mode can be forced from here.");
    public static readonly Phrase Refused = new("Chaufferie en sécurité : aucun mode ne peut être forcé avant sa levée sur place.", "Boiler room in safety: no mode can be forced before it is released on site.");

    public static readonly Phrase SafetyTitle = new("Mise en sécurité", "Put in safety");
    public static readonly Phrase SafetyLead = new("Arrêt d'urgence de la chauffe à distance : en cas de doute sur l'installation, le temps que quelqu'un arrive.", "Emergency stop of the heating from afar: when the plant is in doubt, until somebody arrives.");
    public static readonly Phrase Does = new("Ce que cela fait", "What it does");
    public static readonly Phrase DoesStop = new("L'automate est mis à l'arrêt : plus aucune demande de chauffe. Il arrête ses pompes à sa façon.", "The controller is stopped: no demand for heat any more. It stops its pumps in its own way.");
    public static readonly Phrase DoesHold = new("Programme, ordres et hors-gel de la passerelle sont suspendus, même après une coupure. La protection antigel propre à l'automate reste active.", "The programme, the orders and the frost protection of the gateway are suspended, even after a power cut. The controller's own frost protection stays alive.");
    public static readonly Phrase DoesAlarm = new("Une alarme P1 reste levée tant qu'il fait moins de 5 °C dehors.", "A P1 alarm stands while it is under 5 °C outdoors.");
    public static readonly Phrase DoesNot = new("Ce que cela ne fait pas", "What it does not do");
    public static readonly Phrase NotGas = new("Ni coupure de gaz, ni coupure électrique, ni réarmement : les organes de coupure et la chaîne de sécurité restent câblés sur place.", "It cuts neither gas nor power and resets nothing: the cut-offs and the safety chain stay wired on site.");
    public static readonly Phrase NotRemote = new("Elle ne se lève pas d'ici seul : une personne sur place passe l'automate en local puis le rend, ou lit le code affiché par la passerelle.", "It cannot be released from here alone: somebody on site switches the controller to local and back, or reads the code the gateway shows.");
    public static readonly Phrase NotDanger = new("Odeur de gaz, fumée, monoxyde" + Language.Hard + ": faire évacuer et appeler le 18 ou le 112 d'abord.", "Smell of gas, smoke, carbon monoxide: have people leave and call 18 or 112 first.");
    public static readonly Phrase SafetyReason = new("Motif (obligatoire)", "Reason (required)");
    public static readonly Phrase SafetyNeedsReason = new("Indiquez pourquoi : la personne envoyée sur place en a besoin.", "Say why: whoever is sent there needs to know.");
    public static readonly Phrase SafetyGo = new("Mettre en sécurité {0}", "Put {0} in safety");
    public static readonly Phrase ReleaseTitle = new("Lever la mise en sécurité, sur place", "Release from safety, on site");
    public static readonly Phrase ReleaseLead = new("Passer l'automate en local, compter cinq secondes, puis le rendre : cela suffit. Sinon, lire le code à six chiffres sur la page d'état de la passerelle, dans la chaufferie : il vaut une fois, cinq essais au plus.", "Switching the controller to local, counting to five, and switching it back is enough. Else read the six-digit code on the gateway's status page, in the boiler room: it is good once, for five tries at most.");
    public static readonly Phrase Code = new("Code affiché sur place", "Code shown on site");
    public static readonly Phrase ReleaseGo = new("Lever la mise en sécurité", "Release from safety");
    public static readonly Phrase BadCode = new("Le code a six chiffres.", "The code has six digits.");
    public static readonly Phrase SafetyStands = new("Cette chaufferie est en sécurité.", "This boiler room is in safety.");
    public static readonly Phrase Outdoor = new("Il fait {0} dehors.", "It is {0} outdoors.");
}
