using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>Words of the page for several boiler rooms.</summary>
internal static class GroupWords
{
    public static readonly Phrase Title = new("Plusieurs chaufferies à la fois", "Several boiler rooms at once");
    public static readonly Phrase Link = new("Forcer un mode dans plusieurs chaufferies", "Force a mode in several boiler rooms");
    public static readonly Phrase Lead = new("Le même mode, avec une fin et un motif, dans les chaufferies cochées. Rien ne part avant l'essai à blanc ; puis une chaufferie après l'autre, et tout s'arrête si plus d'une sur dix échoue.", "The same mode, with an end and a reason, in the boiler rooms ticked. Nothing leaves before the dry run; then one boiler room after another, and all stops when more than one in ten fails.");
    public static readonly Phrase Rooms = new("Chaufferies", "Boiler rooms");
    public static readonly Phrase DryRun = new("Essai à blanc", "Dry run");
    public static readonly Phrase Sentence = new("Mode {0} forcé {1} dans {2} des {3} chaufferies cochées, puis retour au programme.", "Mode {0} forced {1} in {2} of the {3} boiler rooms ticked, then back to the programme.");
    public static readonly Phrase SentenceOne = new("{2} : mode {0} forcé {1}, puis retour au programme.", "{2}: mode {0} forced {1}, then back to the programme.");
    public static readonly Phrase Asked = new("Demandé le {0} à {1} : mode {2} jusqu'à {3}, motif « {4} ».", "Asked on {0} at {1}: mode {2} until {3}, reason “{4}”.");
    public static readonly Phrase Ready = new("partira", "will be sent");
    public static readonly Phrase NoRoom = new("Cochez au moins une chaufferie.", "Tick at least one boiler room.");
    public static readonly Phrase NoneReady = new("Aucune des chaufferies cochées ne peut recevoir cet ordre.", "None of the boiler rooms ticked can take this order.");
    public static readonly Phrase NeedsReason = new("Plusieurs sites : indiquez un motif.", "Several sites: give a reason.");
    public static readonly Phrase Follow = new("Suivi de l'envoi groupé", "Progress of the group");
    public static readonly Phrase Going = new("En cours.", "Under way.");
    public static readonly Phrase Over = new("Terminé.", "Over.");
    public static readonly Phrase Stopped = new("Arrêté : plus d'une chaufferie sur dix a échoué. Le reste n'a pas été envoyé.", "Stopped: more than one boiler room in ten failed. The rest was not sent.");
    public static readonly Phrase Waiting = new("en attente", "waiting");
    public static readonly Phrase Sent = new("envoyé", "sent");
    public static readonly Phrase Done = new("confirmé, relu dans l'automate", "confirmed, read back from the controller");
    public static readonly Phrase Failed = new("échec : {0}", "failed: {0}");
    public static readonly Phrase NotSent = new("non envoyé", "not sent");
    public static readonly Phrase NotDone = new("non fait : le centre a été redémarré", "not done: the centre was restarted");
    public static readonly Phrase Restarted = new("Interrompu : le centre a été redémarré. Ce qui n'était pas parti n'est pas fait et ne partira pas de lui-même.", "Cut short: the centre was restarted. What had not left is not done, and will not leave by itself.");
    public static readonly Phrase Unwritten = new("Arrêté : le centre n'a pas pu inscrire un ordre (disque ou journal). Le reste n'a pas été envoyé.", "Stopped: the centre could not write an order down (disk or journal). The rest was not sent.");
    public static readonly Phrase Again = new("Redemander ce qui n'est pas parti", "Ask again for what did not leave");
    public static readonly Phrase Mine = new("Vos derniers envois groupés", "Your latest groups");
    public static readonly Phrase InALine = new("{0} {1} : mode {2}, {3} sur {4} confirmées", "{0} {1}: mode {2}, {3} of {4} confirmed");
    public static readonly Phrase Unknown = new("Cet envoi groupé n'est pas connu.", "This group is not known.");
    public static readonly Phrase Line = new("{0} : {1}", "{0}: {1}");
}
