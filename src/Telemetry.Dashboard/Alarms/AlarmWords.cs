using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words of the alarm pages and messages.</summary>
internal static class AlarmWords
{
    public static readonly Phrase Title = new("Alarmes", "Alarms");
    public static readonly Phrase Lead = new("Ce qui fait le plus mal d'abord.", "What hurts most first.");
    public static readonly Phrase Counts = new("{0} en alarme · {1} à surveiller · {2} pour information", "{0} in alarm · {1} to watch · {2} for information");
    public static readonly Phrase NavCount = new("{0} en alarme", "{0} in alarm");
    public static readonly Phrase None = new("Aucune alarme. Tout ce qui est surveillé répond et va bien.", "No alarm. Everything that is watched answers and is well.");
    public static readonly Phrase P1 = new("Urgent", "Urgent");
    public static readonly Phrase P2 = new("Alarme", "Alarm");
    public static readonly Phrase P3 = new("À surveiller", "Watch");
    public static readonly Phrase P4 = new("Information", "Information");
    public static readonly Phrase P1Means = new("danger ou gel dans les heures qui viennent", "danger or frost within hours");
    public static readonly Phrase P2Means = new("chauffage ou eau chaude perdus : dans les quatre heures", "heating or hot water lost: within four hours");
    public static readonly Phrase P3Means = new("dégradé : le prochain jour ouvré", "degraded: the next working day");
    public static readonly Phrase P4Means = new("bon à savoir", "good to know");
    public static readonly Phrase Since = new("{0}, depuis {1}.", "{0}, since {1}.");
    public static readonly Phrase Over = new("{0}, de {1} à {2}.", "{0}, from {1} to {2}.");
    public static readonly Phrase Centre = new("Serveur central", "Central server");
    public static readonly Phrase Gateway = new("Passerelle {0}", "Gateway {0}");
    public static readonly Phrase Effect = new("Pour les occupants", "For the people there");
    public static readonly Phrase Check = new("À vérifier d'abord", "Check first");
    public static readonly Phrase Open = new("Ouvrir l'alarme : {0}, {1}", "Open the alarm: {0}, {1}");
    public static readonly Phrase TakeCharge = new("Prendre en charge", "Take charge");
    public static readonly Phrase TakenBy = new("Prise en charge par {0} à {1}.", "{0} took charge at {1}.");
    public static readonly Phrase TakenBefore = new("Prise en charge par {0} à {1}, puis elle s'est aggravée. Personne ne l'a reprise depuis.", "{0} took charge at {1}, then it turned worse. Nobody has taken charge since.");
    public static readonly Phrase NotTaken = new("Personne ne l'a encore prise en charge.", "Nobody has taken charge yet.");
    public static readonly Phrase Cleared = new("Revenue à la normale à {0}. Reste à clore.", "Back to normal at {0}. Still to be closed.");
    public static readonly Phrase ClosedBy = new("Close par {0} à {1} : {2}.", "Closed by {0} at {1}: {2}.");
    public static readonly Phrase ClosedAlone = new("Close d'elle-même à {0} : {1}.", "Closed by itself at {0}: {1}.");
    public static readonly Phrase ShelvedBy = new("Mise de côté par {0} jusqu'à {1}.", "Put aside by {0} until {1}.");
    public static readonly Phrase Returned = new("Revenue {0} fois. À partir de trois retours, plus aucun message n'est envoyé jusqu'à sa clôture, sauf si elle devient urgente.", "Came back {0} times. From three returns on, no more message is sent until it is closed, unless it turns urgent.");
    public static readonly Phrase ExplainedBy = new("S'explique par : {0}", "Explained by: {0}");
    public static readonly Phrase Children = new("{0} autres alarmes s'expliquent par elle.", "{0} other alarms are explained by it.");
    public static readonly Phrase Child = new("1 autre alarme s'explique par elle.", "1 other alarm is explained by it.");
    public static readonly Phrase ChildrenTitle = new("Ce qu'elle explique", "What it explains");
    public static readonly Phrase LastKnown = new("La passerelle ne donne plus de nouvelles : c'est le dernier état connu.", "Nothing is heard from the gateway: this is the last state known.");
    public static readonly Phrase Standing = new("En cours", "Standing");
    public static readonly Phrase ToClose = new("Revenues à la normale, à clore", "Back to normal, to be closed");
    public static readonly Phrase Aside = new("Mises de côté", "Put aside");
    public static readonly Phrase CloseTitle = new("Clore avec un motif", "Close with a reason");
    public static readonly Phrase Close = new("Clore", "Close");
    public static readonly Phrase CloseNotYet = new("On ne peut pas clore une alarme dont la cause est toujours là : elle reviendrait aussitôt. Prenez-la en charge ou mettez-la de côté.", "An alarm whose cause is still there cannot be closed: it would come back at once. Take charge of it or put it aside.");
    public static readonly Phrase ReasonIs = new("Motif", "Reason");
    public static readonly Phrase NoteIs = new("Précision", "More");
    public static readonly Phrase NoteHelp = new("obligatoire avec « autre »", "required with “other”");
    public static readonly Phrase NeedsReason = new("Choisissez un motif.", "Choose a reason.");
    public static readonly Phrase NeedsNote = new("Avec le motif « autre », écrivez une précision.", "With the reason “other”, write more.");
    public static readonly Phrase LongNote = new("La précision est trop longue : {0} caractères au plus.", "That is too long: {0} characters at most.");
    public static readonly Phrase ShelveTitle = new("Mettre de côté", "Put aside");
    public static readonly Phrase ShelveHelp = new("Elle ne sera plus signalée jusqu'à l'heure choisie, puis reviendra si la cause est toujours là.", "It will not be told until the time chosen, then comes back if the cause is still there.");
    public static readonly Phrase ShelveNever = new("Une alarme urgente n'est jamais mise de côté.", "An urgent alarm is never put aside.");
    public static readonly Phrase ShelveHours = new("pendant {0} heures", "for {0} hours");
    public static readonly Phrase ShelveDays = new("pendant {0} jours", "for {0} days");
    public static readonly Phrase Unshelve = new("Ne plus mettre de côté", "Bring back");
    public static readonly Phrase NeedsEnd = new("Choisissez jusqu'à quand.", "Choose until when.");
    public static readonly Phrase NotAllowed = new("Seul un technicien peut répondre à une alarme.", "Only a technician may answer an alarm.");
    public static readonly Phrase Back = new("Toutes les alarmes", "All alarms");
    public static readonly Phrase ToBoiler = new("Voir la chaufferie", "See the boiler room");
    public static readonly Phrase Code = new("{0} du catalogue des alarmes", "{0} of the alarm catalogue");
    public static readonly Phrase Refresh = new("Actualiser", "Refresh");
    public static readonly Phrase Fresh = new("La liste a changé : actualisez-la quand vous aurez fini.", "The list has changed: refresh it when you are done.");
    public static readonly Phrase LinkLost = new("Liaison en direct interrompue : la liste est celle de l'heure où la page a été ouverte.", "Live link interrupted: the list is that of when the page was opened.");

    /// <summary>The word for a severity.</summary>
    public static Phrase Of(Severity severity) => severity switch
    {
        Severity.P1 => P1,
        Severity.P2 => P2,
        Severity.P3 => P3,
        _ => P4,
    };

    /// <summary>What a severity asks of people.</summary>
    public static Phrase Means(Severity severity) => severity switch
    {
        Severity.P1 => P1Means,
        Severity.P2 => P2Means,
        Severity.P3 => P3Means,
        _ => P4Means,
    };

    /// <summary>The mark that colours the word: the technician's three levels.</summary>
    public static string Mark(Severity severity) => severity switch
    {
        Severity.P1 or Severity.P2 => "alarm",
        Severity.P3 => "watch",
        _ => "note",
    };
}
