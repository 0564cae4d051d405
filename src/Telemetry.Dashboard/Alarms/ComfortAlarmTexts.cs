using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words about rooms, hot water, modes and orders.</summary>
internal static class ComfortAlarmTexts
{
    public static readonly IReadOnlyDictionary<AlarmKind, AlarmText> All = new Dictionary<AlarmKind, AlarmText>
    {
        [AlarmKind.RoomTooCold] = new(
            new("Locaux trop froids depuis plus de deux heures : {0} pour {1} demandés", "Rooms too cold for over two hours: {0} for {1} asked"),
            new("Il fait froid pour les occupants.", "It is cold for the people there."),
            new("Toucher un radiateur : s'il est froid, voir la pompe et la vanne ; s'il est chaud, chercher une fenêtre ouverte.", "Touch a radiator: if cold, see the pump and the valve; if warm, look for an open window.")),
        [AlarmKind.RoomTooWarm] = new(
            new("Locaux trop chauffés : {0} pour {1} demandés", "Rooms heated too much: {0} for {1} asked"),
            new("Il fait trop chaud pour les occupants, et l'énergie part par les fenêtres.", "It is too warm for the people there, and energy leaves by the windows."),
            new("Vérifier la place de la sonde d'ambiance, puis la courbe de chauffe.", "Check where the room sensor hangs, then the heating curve.")),
        [AlarmKind.StartMistimed] = new(
            new("Relance trop tardive ou trop anticipée", "Warm-up too late or too early"),
            new("Froid à l'ouverture, ou chauffage pour personne.", "Cold at opening, or heating for nobody."),
            new("Vérifier l'heure de l'automate, puis les réglages de l'optimiseur.", "Check the controller's clock, then the optimum-start settings.")),
        [AlarmKind.HotWaterCold] = new(
            new("Eau chaude trop froide : {0}", "Hot water too cold: {0}"),
            new("Douches tièdes ; les légionelles peuvent se développer.", "Lukewarm showers; legionella may grow."),
            new("Vérifier la température du ballon, la pompe de bouclage et le mitigeur.", "Check the tank's temperature, the loop pump and the mixing valve.")),
        [AlarmKind.DisinfectionMissed] = new(
            new("Cycle contre les légionelles non atteint", "Anti-legionella run not reached"),
            new("L'eau chaude n'a pas été désinfectée comme prévu. Les douches peuvent devoir fermer.", "Hot water was not disinfected as planned. Showers may have to close."),
            new("Relancer le cycle une fois et suivre la température du retour de boucle.", "Start the run once more and follow the loop's return temperature.")),
        [AlarmKind.HotWaterScald] = new(
            new("Eau chaude brûlante aux points d'usage : {0}", "Hot water scalds at the taps: {0}"),
            new("Risque de brûlure, surtout pour les enfants.", "Risk of burns, above all for children."),
            new("Faire fermer les robinets concernés. Vérifier le mitigeur.", "Have the taps concerned closed. Check the mixing valve.")),
        [AlarmKind.OrderUnconfirmed] = new(
            new("Ordre non confirmé par l'automate", "Order not confirmed by the controller"),
            new("Le changement demandé n'est peut-être pas appliqué.", "The change asked for may not be in force."),
            new("Relire la consigne sur la page de la chaufferie, ou sur l'automate.", "Read the set point on the boiler room's page, or at the controller.")),
        [AlarmKind.OrderWithoutEffect] = new(
            new("Ordre confirmé mais sans effet", "Order confirmed but without effect"),
            new("Le changement demandé ne se sent pas dans les locaux.", "The change asked for is not felt in the rooms."),
            new("Vérifier que le brûleur et la pompe répondent.", "Check that the burner and the pump respond.")),
        [AlarmKind.ForcedTooLong] = new(
            new("Marche forcée depuis plus de 24 heures", "Forced mode for over 24 hours"),
            new("Chauffage sans programme : inconfort ou gaspillage la nuit et le week-end.", "Heating without a programme: discomfort or waste at night and over the weekend."),
            new("Remettre le programme, ou l'automate en automatique, si plus rien ne le justifie.", "Go back to the programme, or put the controller back to automatic, if nothing justifies it any more.")),
        [AlarmKind.LocalMode] = new(
            new("Automate en mode manuel ou local", "Controller in manual or local mode"),
            new("Le programme n'est plus suivi et rien ne peut être commandé d'ici.", "The programme is not followed and nothing can be ordered from here."),
            new("Demander qui travaille sur place. Sinon, remettre le sélecteur sur automatique.", "Ask who is working there. If nobody, put the selector back to automatic.")),
        [AlarmKind.CalendarEnds] = new(
            new("Calendrier des congés bientôt épuisé", "Calendar of holidays about to end"),
            new("Rien pour l'instant ; ensuite le programme normal continue, sans congés.", "Nothing yet; afterwards the normal programme goes on, without holidays."),
            new("Charger le calendrier de l'année suivante.", "Load next year's calendar.")),
        [AlarmKind.OrderRefused] = new(
            new("Ordre refusé par la passerelle", "Order refused by the gateway"),
            new("Rien n'a changé dans le bâtiment.", "Nothing has changed in the building."),
            new("Lire le motif dans le journal des ordres de la chaufferie.", "Read the reason in the boiler room's journal of orders.")),
        [AlarmKind.SetpointAboveLegal] = new(
            new("Consigne à {0} depuis plus d'un jour, au-dessus de la limite légale de {1}", "Set point at {0} for over a day, above the legal limit of {1}"),
            new("Rien de sensible ; environ 7 % d'énergie par degré.", "Nothing to feel; about 7% of energy a degree."),
            new("Revenir à la limite, ou noter l'exception qui s'applique.", "Go back to the limit, or write down the exception that applies.")),
        [AlarmKind.WriteBudget] = new(
            new("Trop d'écritures dans la mémoire de l'automate", "Too many writes to the controller's memory"),
            new("Rien de sensible ; les changements sont refusés jusqu'à demain.", "Nothing to feel; changes are refused until tomorrow."),
            new("Chercher ce qui change la consigne si souvent.", "Look for what changes the set point so often.")),
        [AlarmKind.SettingChangedOnSite] = new(
            new("Réglage changé sur place : l'automate garde désormais le sien", "A setting was changed on site: the controller has its own now"),
            new("Le réglage de la ville n'est plus appliqué ; celui fait sur place l'est.", "The town's setting is no longer in force; the one made on site is."),
            new("Demander qui l'a changé et pourquoi. Sur la page des réglages, renvoyer celui de la ville ou le décocher.", "Ask who changed it and why. On the settings page, send the town's again or untick it.")),
        [AlarmKind.HiddenProgramme] = new(
            new("L'automate suit un programme à lui", "The controller follows a programme of its own"),
            new("Le bâtiment n'est pas chauffé aux heures prévues.", "The building is not heated at the hours planned."),
            new("Effacer le programme interne ou le mettre d'accord avec celui de la ville.", "Clear the internal programme or make it agree with the town's.")),
    };
}
