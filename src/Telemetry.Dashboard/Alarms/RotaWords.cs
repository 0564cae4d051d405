using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words of the rota's page.</summary>
internal static class RotaWords
{
    public static readonly Phrase Title = new("Astreinte", "On call");
    public static readonly Phrase Lead = new("Qui est appelé quand une alarme n'attend pas.", "Who is called when an alarm does not wait.");
    public static readonly Phrase Now = new("En ce moment", "Now");
    public static readonly Phrase Nobody = new("Personne n'est d'astreinte en ce moment : aucune alarme ne peut être envoyée à quelqu'un.", "Nobody is on call now: no alarm can be sent to anybody.");
    public static readonly Phrase First = new("Première personne", "First person");
    public static readonly Phrase Second = new("Deuxième personne", "Second person");
    public static readonly Phrase Manager = new("Responsable", "Manager");
    public static readonly Phrase NobodyAt = new("personne", "nobody");
    public static readonly Phrase Rules = new("Urgent : première personne tout de suite, deuxième après 5 min sans réponse, responsable après 10 min. Alarme : tout de suite, 15 min, 30 min. À surveiller : le prochain jour ouvré à 7 h 30. Prendre en charge arrête les appels.", "Urgent: first person at once, second after 5 min without an answer, manager after 10 min. Alarm: at once, 15 min, 30 min. Watch: the next working day at 07:30. Taking charge stops the calls.");
    public static readonly Phrase Shifts = new("Les tours", "The shifts");
    public static readonly Phrase From = new("Du", "From");
    public static readonly Phrase To = new("Au", "To");
    public static readonly Phrase Rank = new("Rang", "Rank");
    public static readonly Phrase Who = new("Qui", "Who");
    public static readonly Phrase NoShift = new("Aucun tour à venir.", "No shift to come.");
    public static readonly Phrase Remove = new("Retirer le tour de {0} du {1}", "Remove the shift of {0} from {1}");
    public static readonly Phrase RemoveShort = new("Retirer", "Remove");
    public static readonly Phrase AddShift = new("Ajouter des semaines", "Add weeks");
    public static readonly Phrase Week = new("Première semaine (un jour de cette semaine)", "First week (any day of that week)");
    public static readonly Phrase Weeks = new("Nombre de semaines", "Number of weeks");
    public static readonly Phrase Handover = new("Relève le lundi à", "Handover on Monday at");
    public static readonly Phrase Add = new("Ajouter", "Add");
    public static readonly Phrase People = new("Les personnes", "The people");
    public static readonly Phrase NoPeople = new("Ajoutez d'abord une personne.", "Add a person first.");
    public static readonly Phrase Name = new("Nom", "Name");
    public static readonly Phrase Mail = new("Adresse électronique", "E-mail address");
    public static readonly Phrase Account = new("Compte", "Account");
    public static readonly Phrase AccountHelp = new("pour être prévenu dans son navigateur ; facultatif", "to be told in their browser; optional");
    public static readonly Phrase AddPerson = new("Ajouter une personne", "Add a person");
    public static readonly Phrase RemovePerson = new("Retirer {0}", "Remove {0}");
    public static readonly Phrase NeedsName = new("Donnez un nom, 64 caractères au plus.", "Give a name, 64 characters at most.");
    public static readonly Phrase BadMail = new("L'adresse électronique n'est pas valable.", "The e-mail address is not valid.");
    public static readonly Phrase NeedsWay = new("Donnez une adresse électronique ou un compte : sinon personne ne peut la joindre.", "Give an e-mail address or an account: else nobody can reach them.");
    public static readonly Phrase UnknownAccount = new("Il n'y a pas de compte « {0} ».", "There is no account “{0}”.");
    public static readonly Phrase NeedsPerson = new("Choisissez une personne.", "Choose a person.");
    public static readonly Phrase NeedsWeek = new("Choisissez une semaine qui n'est pas finie.", "Choose a week that is not over.");
    public static readonly Phrase NeedsWeeks = new("Choisissez de 1 à 8 semaines.", "Choose 1 to 8 weeks.");
    public static readonly Phrase NeedsHour = new("L'heure de relève s'écrit 08:00.", "The handover is written 08:00.");
    public static readonly Phrase Channels = new("Moyens d'envoi", "Ways to send");
    public static readonly Phrase MailOn = new("Courriel : prêt.", "E-mail: ready.");
    public static readonly Phrase MailOff = new("Courriel : aucun serveur d'envoi n'est réglé.", "E-mail: no sending server is set.");
    public static readonly Phrase WebhookOn = new("Webhook : prêt.", "Webhook: ready.");
    public static readonly Phrase WebhookOff = new("Webhook : aucune adresse n'est réglée.", "Webhook: no address is set.");
    public static readonly Phrase PushOn = new("Notifications du navigateur : prêtes.", "Browser notifications: ready.");
    public static readonly Phrase Messages = new("Derniers envois", "Latest messages");
    public static readonly Phrase NoMessages = new("Aucun envoi pour l'instant.", "No message yet.");
    public static readonly Phrase MessageSent = new("envoyé", "sent");
    public static readonly Phrase MessageWaiting = new("en attente, essai {0} : {1}", "waiting, try {0}: {1}");
    public static readonly Phrase MessageLost = new("abandonné après {0} essais : {1}", "given up after {0} tries: {1}");
    public static readonly Phrase When = new("Quand", "When");
    public static readonly Phrase ToWhom = new("À qui", "To whom");
    public static readonly Phrase What = new("Quoi", "What");
    public static readonly Phrase Result = new("Résultat", "Result");
    public static readonly Phrase PushTitle = new("Être prévenu sur cet appareil", "Be told on this device");
    public static readonly Phrase PushHelp = new("Ce navigateur affichera les alarmes qui vous sont adressées quand vous êtes d'astreinte, même page fermée. Il faut un accès à Internet : le courriel reste l'envoi sûr.", "This browser will show the alarms sent to you when you are on call, even with the page closed. It needs the Internet: e-mail stays the sure way.");
    public static readonly Phrase PushDo = new("Prévenir cet appareil", "Tell this device");
    public static readonly Phrase PushStop = new("Ne plus prévenir cet appareil", "Stop telling this device");
    public static readonly Phrase PushDone = new("Cet appareil sera prévenu.", "This device will be told.");
    public static readonly Phrase PushStopped = new("Cet appareil ne sera plus prévenu.", "This device will no longer be told.");
    public static readonly Phrase PushDenied = new("Le navigateur refuse les notifications : autorisez-les pour ce site dans ses réglages.", "The browser refuses notifications: allow them for this site in its settings.");
    public static readonly Phrase PushNone = new("Ce navigateur ne sait pas recevoir de notifications. Sur iPhone, ajoutez d'abord le site à l'écran d'accueil.", "This browser cannot receive notifications. On an iPhone, add the site to the home screen first.");

    /// <summary>The word for a rank.</summary>
    public static Phrase Of(int rank) => rank switch
    {
        1 => First,
        2 => Second,
        _ => Manager,
    };
}
