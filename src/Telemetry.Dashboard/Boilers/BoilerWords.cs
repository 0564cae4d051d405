using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Words of the technician's pages.</summary>
internal static class BoilerWords
{
    public static readonly Phrase Title = new("Chaufferies", "Boiler rooms");
    public static readonly Phrase Lead = new("Où aller, et ce qui va se passer si on ne fait rien.", "Where to go, and what happens if nothing is done.");
    public static readonly Phrase Counts = new("{0} en alarme · {1} à surveiller · {2} normales", "{0} in alarm · {1} to watch · {2} normal");
    public static readonly Phrase None = new("Aucune chaufferie ne s'est encore annoncée. Elle apparaîtra ici dès que sa passerelle sera en ligne.", "No boiler room has announced itself yet. It will show up here as soon as its gateway is online.");
    public static readonly Phrase Alarm = new("Alarme", "Alarm");
    public static readonly Phrase Watch = new("À surveiller", "Watch");
    public static readonly Phrase Normal = new("Normal", "Normal");
    public static readonly Phrase Offline = new("Passerelle hors réseau depuis {0} : l'automate continue seul, rien ne peut être commandé d'ici.", "Gateway off the network since {0}: the controller goes on alone, nothing can be ordered from here.");
    public static readonly Phrase NeverHeard = new("Aucune valeur reçue de l'automate pour l'instant.", "No value received from the controller yet.");
    public static readonly Phrase Silent = new("L'automate ne répond plus depuis {0}.", "The controller has not answered since {0}.");
    public static readonly Phrase Fault = new("Défaut signalé par l'automate depuis {0}.", "Fault reported by the controller since {0}.");
    public static readonly Phrase RoomFrost = new("Risque de gel : {0} dans les locaux.", "Risk of frost: {0} in the rooms.");
    public static readonly Phrase WaterFrost = new("Risque de gel : eau de départ à {0}.", "Risk of frost: flow water at {0}.");
    public static readonly Phrase Manual = new("Mode manuel sur place : la personne devant l'automate décide.", "Manual mode on site: the person at the controller decides.");
    public static readonly Phrase OnSite = new("Rien ne redémarre d'ici : quelqu'un doit y aller.", "Nothing restarts from here: somebody must go there.");
    public static readonly Phrase AtThisRate = new("Au rythme des deux dernières heures, il fera {0} à {1}.", "At the rate of the last two hours it will be {0} at {1}.");
    public static readonly Phrase ProgrammeHeating = new("Chauffe en marche, programme {0}.", "Heating, programme {0}.");
    public static readonly Phrase ProgrammeIdle = new("Programme {0}, pas de demande de chauffe.", "Programme {0}, no heat asked for.");
    public static readonly Phrase Programme = new("Programme {0}.", "Programme {0}.");
    public static readonly Phrase ByException = new("Une exception est en cours.", "An exception is under way.");
    public static readonly Phrase ByClosure = new("Jour de fermeture ou de congé.", "Closed, or a holiday.");
    public static readonly Phrase ByProtection = new("Une protection de la chaufferie décide.", "A protection of the plant decides.");
    public static readonly Phrase SafetyHolds = new("Mise en sécurité : aucune chauffe, seule une personne sur place peut la lever.", "Put in safety: no heat, only somebody on site can release it.");
    public static readonly Phrase NextIs = new("{0} ({1}) {2}.", "{0} ({1}) {2}.");
    public static readonly Phrase NextMode = new("{0} {1}.", "{0} {1}.");
    public static readonly Phrase NoNext = new("Aucun changement prévu.", "No change planned.");
    public static readonly Phrase Afterwards = new("Ensuite, programme {0} ({1}).", "Then programme {0} ({1}).");
    public static readonly Phrase AfterwardsAutomatic = new("Ensuite, retour à l'automatique.", "Then back to automatic.");
    public static readonly Phrase SetByProgramme = new("Consigne {0}, donnée par le programme.", "Set point {0}, given by the programme.");
    public static readonly Phrase SetByPerson = new("Consigne {0}, donnée par {1} à {2}.", "Set point {0}, given by {1} at {2}.");
    public static readonly Phrase SetByController = new("Consigne {0}, réglée sur l'automate.", "Set point {0}, set at the controller.");
    public static readonly Phrase SetByStranger = new("Attention : la consigne lue est {0}, l'ordre de {1} demandait {2}. Elle a été changée sans nous.", "Careful: the set point reads {0}, the order of {1} asked for {2}. It was changed without us.");
    public static readonly Phrase LinkAlive = new("En direct, {0}", "Live, {0}");
    public static readonly Phrase LinkStill = new("État de {0} : rechargez la page pour l'actualiser.", "State at {0}: reload the page to refresh it.");
    public static readonly Phrase Held = new("Forcé à {0} jusqu'à {1} par {2}.", "Held at {0} until {1} by {2}.");
    public static readonly Phrase Forced = new("Mode {0} forcé jusqu'à {1} par {2}.", "Mode {0} forced until {1} by {2}.");
    public static readonly Phrase InSafety = new("Mise en sécurité par {0} : aucune demande de chauffe, à relancer sur place.", "Put in safety by {0}: no demand for heat, to be started again on site.");
    public static readonly Phrase WarmingUp = new("Mise en chauffe : il fait {0} pour {1} demandés.", "Warming up: it is {0} for {1} asked.");
    public static readonly Phrase NotFollowing = new("Il fait {0} pour {1} demandés depuis plus de deux heures : la chaufferie ne suit pas.", "It is {0} for {1} asked for over two hours: the boiler room does not keep up.");
    public static readonly Phrase AutomaticHeating = new("Chauffe en marche, en automatique.", "Heating, on its programme.");
    public static readonly Phrase AutomaticIdle = new("En automatique, pas de demande de chauffe.", "On its programme, no heat asked for.");
    public static readonly Phrase Automatic = new("En automatique.", "On its programme.");
    public static readonly Phrase Comfort = new("Automate réglé sur Confort en permanence.", "Controller set to Comfort at all times.");
    public static readonly Phrase Reduced = new("Automate réglé sur Réduit en permanence.", "Controller set to Reduced at all times.");
    public static readonly Phrase Frost = new("Hors-gel : seule la protection contre le gel est active.", "Frost protection only.");
    public static readonly Phrase Standby = new("À l'arrêt, protection hors-gel active.", "Off, frost protection alive.");
    public static readonly Phrase ModeUnknown = new("L'automate ne dit pas son mode.", "The controller does not tell its mode.");
    public static readonly Phrase RoomFor = new("Il fait {0} pour {1} demandés.", "It is {0} for {1} asked.");
    public static readonly Phrase RoomOnly = new("Il fait {0}.", "It is {0}.");
    public static readonly Phrase FlowFor = new("Départ {0}, consigne {1}.", "Flow {0}, set point {1}.");
    public static readonly Phrase FlowOnly = new("Départ {0}.", "Flow {0}.");
    public static readonly Phrase Figures = new("Valeurs", "Values");
    public static readonly Phrase FlowFigure = new("Départ", "Flow");
    public static readonly Phrase ReturnFigure = new("Retour", "Return");
    public static readonly Phrase RoomFigure = new("Ambiance", "Room");
    public static readonly Phrase OutdoorFigure = new("Extérieur", "Outdoor");
    public static readonly Phrase SetpointFigure = new("Consigne", "Set point");
    public static readonly Phrase Asked = new("consigne de confort {0}", "comfort set point {0}");
    public static readonly Phrase NoValue = new("donnée manquante", "missing data");
    public static readonly Phrase Details = new("Ouvrir {0}", "Open {0}");
    public static readonly Phrase Last24 = new("Dernières 24 h", "Last 24 h");
    public static readonly Phrase ChartName = new("Courbes des dernières 24 h, {0} : {1}. Données dans le tableau qui suit.", "Curves of the last 24 h, {0}: {1}. Data in the table below.");
    public static readonly Phrase ChartSpan = new("{0} de {1} à {2}", "{0} from {1} to {2}");
    public static readonly Phrase NoCurve = new("Aucune valeur enregistrée sur les dernières 24 h.", "No value recorded over the last 24 h.");
    public static readonly Phrase TableName = new("Valeurs à l'heure, dernières 24 h", "Values on the hour, last 24 h");
    public static readonly Phrase Time = new("Heure", "Time");
    public static readonly Phrase Back = new("Toutes les chaufferies", "All boiler rooms");
    public static readonly Phrase LinkLost = new("Liaison en direct interrompue : les valeurs affichées sont celles de l'heure indiquée, aucun ordre ne peut partir.", "Live link interrupted: the values shown are those of the time given, no order can leave.");
    public static readonly Phrase Model = new("Automate : {0}", "Controller: {0}");

    /// <summary>How many boiler rooms are of each urgency, in one line: the same on the page and on the live stream.</summary>
    public static string Count(IEnumerable<Urgency> urgencies, Language language)
    {
        var counts = urgencies.CountBy(urgency => urgency).ToDictionary();
        string Number(Urgency urgency) => language.Number(counts.GetValueOrDefault(urgency), 0);
        return language.Say(Counts, Number(Urgency.Alarm), Number(Urgency.Watch), Number(Urgency.Normal));
    }

    /// <summary>The word for an urgency.</summary>
    public static Phrase Of(Urgency urgency) => urgency switch
    {
        Urgency.Alarm => Alarm,
        Urgency.Watch => Watch,
        _ => Normal,
    };
}
