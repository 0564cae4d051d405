using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Words about orders.</summary>
internal static class OrderWords
{
    public static readonly Phrase Change = new("Changer la consigne", "Change the set point");
    public static readonly Phrase Temperature = new("Température d'ambiance demandée", "Room temperature asked for");
    public static readonly Phrase Between = new("entre {0} et {1}, par pas de {2}", "between {0} and {1}, in steps of {2}");
    public static readonly Phrase Less = new("Baisser de {0}", "Lower by {0}");
    public static readonly Phrase More = new("Monter de {0}", "Raise by {0}");
    public static readonly Phrase Until = new("Jusqu'à quand ?", "Until when?");
    public static readonly Phrase OneHour = new("pendant 1 heure", "for 1 hour");
    public static readonly Phrase TwoHours = new("pendant 2 heures", "for 2 hours");
    public static readonly Phrase UntilHour = new("jusqu'à {0}", "until {0}");
    public static readonly Phrase Reason = new("Motif", "Reason");
    public static readonly Phrase ReasonHelp = new("obligatoire au-dessus de {0}", "required above {0}");
    public static readonly Phrase Reread = new("Relire avant d'envoyer", "Read over before sending");
    public static readonly Phrase RereadTitle = new("Relire l'ordre", "Read the order over");
    public static readonly Phrase Sentence = new("{0} : ambiance demandée à {1} {2}, puis retour à l'automatique.", "{0}: room asked for at {1} {2}, then back to automatic.");
    public static readonly Phrase FromTo = new("Consigne actuelle : {0}.", "Present set point: {0}.");
    public static readonly Phrase ReasonIs = new("Motif : {0}", "Reason: {0}");
    public static readonly Phrase Send = new("Envoyer", "Send");
    public static readonly Phrase Cancel = new("Annuler", "Cancel");
    public static readonly Phrase Release = new("Revenir à l'automatique", "Back to automatic");
    public static readonly Phrase Follow = new("Suivi de l'ordre", "Progress of the order");
    public static readonly Phrase Refresh = new("Actualiser le suivi", "Refresh the progress");
    public static readonly Phrase Journal = new("Journal des ordres", "Journal of orders");
    public static readonly Phrase JournalEmpty = new("Aucun ordre donné d'ici.", "No order given from here.");
    public static readonly Phrase When = new("Quand", "When");
    public static readonly Phrase Who = new("Qui", "Who");
    public static readonly Phrase What = new("Quoi", "What");
    public static readonly Phrase Result = new("Résultat", "Result");
    public static readonly Phrase WhatOverride = new("{0} jusqu'à {1}", "{0} until {1}");
    public static readonly Phrase WhatRelease = new("Retour à l'automatique", "Back to automatic");
    public static readonly Phrase Sent = new("Envoyée", "Sent");
    public static readonly Phrase Received = new("Reçue par la passerelle", "Received by the gateway");
    public static readonly Phrase Applied = new("Appliquée à {0} (relue : {1})", "Applied at {0} (read back: {1})");
    public static readonly Phrase AppliedPlain = new("Appliquée à {0}", "Applied at {0}");
    public static readonly Phrase Released = new("Retour à l'automatique à {0}", "Back to automatic at {0}");
    public static readonly Phrase ReleasedRead = new("Retour à l'automatique à {0} (relue : {1})", "Back to automatic at {0} (read back: {1})");
    public static readonly Phrase Replaced = new("Remplacée par un ordre plus récent", "Replaced by a later order");
    public static readonly Phrase Expired = new("Expirée sans effet", "Expired without effect");
    public static readonly Phrase NotSent = new("Non envoyée — passerelle hors réseau", "Not sent — gateway off the network");
    public static readonly Phrase Refused = new("Refusée : {0}", "Refused: {0}");
    public static readonly Phrase Unconfirmed = new("Non confirmée : {0}", "Not confirmed: {0}");
    public static readonly Phrase NotAllowed = new("Seul un technicien peut commander cette chaufferie.", "Only a technician may steer this boiler room.");
    public static readonly Phrase NotWritable = new("La consigne de cet automate ne peut pas être changée à distance.", "The set point of this controller cannot be changed remotely.");
    public static readonly Phrase OfflineOff = new("Envoi impossible : la passerelle est hors réseau. Rien n'est gardé pour plus tard.", "Sending is off: the gateway is off the network. Nothing is kept for later.");
    public static readonly Phrase OutOfBounds = new("Choisissez une température entre {0} et {1}.", "Choose a temperature between {0} and {1}.");
    public static readonly Phrase OffStep = new("Choisissez une température par pas de {0}.", "Choose a temperature in steps of {0}.");
    public static readonly Phrase NoEnd = new("Choisissez jusqu'à quand : un ordre sans fin n'existe pas.", "Choose until when: there is no order without an end.");
    public static readonly Phrase EndGone = new("L'heure de fin choisie est passée : choisissez-en une autre.", "The end chosen has gone by: choose another.");
    public static readonly Phrase NeedsReason = new("Au-dessus de {0}, indiquez un motif.", "Above {0}, give a reason.");
    public static readonly Phrase LongReason = new("Le motif est trop long : {0} caractères au plus.", "The reason is too long: {0} characters at most.");
    public static readonly Phrase Hours = new("{0} h", "{0} h");
}
