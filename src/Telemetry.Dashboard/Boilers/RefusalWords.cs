using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Why an order was refused, in people's words; <c>{0}</c> is the bound where there is one.</summary>
internal static class RefusalWords
{
    public static readonly IReadOnlyDictionary<Refusal, Phrase> All = new Dictionary<Refusal, Phrase>
    {
        [Refusal.None] = new("raison inconnue", "unknown reason"),
        [Refusal.BelowMinimum] = new("au-dessous du minimum de {0}", "below the minimum of {0}"),
        [Refusal.AboveMaximum] = new("au-dessus du maximum de {0}", "above the maximum of {0}"),
        [Refusal.NotANumber] = new("la valeur n'est pas un nombre", "the value is not a number"),
        [Refusal.NotWritable] = new("cette consigne ne peut pas être changée à distance", "this set point cannot be changed remotely"),
        [Refusal.UnknownPoint] = new("la passerelle ne connaît pas cette consigne", "the gateway does not know this set point"),
        [Refusal.EndInThePast] = new("l'heure de fin est déjà passée", "the end has already gone by"),
        [Refusal.EndTooFar] = new("la fin est trop loin, {0} au plus", "the end is too far, {0} at most"),
        [Refusal.Late] = new("arrivée trop tard, rien n'a été changé", "it came too late, nothing was changed"),
        [Refusal.NoAnswer] = new("l'automate ne répond pas", "the controller does not answer"),
        [Refusal.LocalMode] = new("automate en mode local ou manuel", "controller in local or manual mode"),
        [Refusal.LocalUnclear] = new("l'automate ne dit pas clairement si quelqu'un y travaille : rien n'est écrit, il faut aller voir", "the controller does not say clearly whether somebody is at work there: nothing is written, somebody must go and see"),
        [Refusal.DeviceRejected] = new("l'automate a répondu par une erreur", "the controller answered with an error"),
        [Refusal.ReadBackDiffers] = new("l'automate relit une autre valeur", "the controller reads back another value"),
        [Refusal.WrongApplication] = new("l'automate n'a pas l'application attendue", "the controller does not run the application expected"),
        [Refusal.Retained] = new("message ancien rejoué, ignoré", "old message replayed, ignored"),
        [Refusal.WriteBudgetSpent] = new("trop de changements aujourd'hui sur cet automate", "too many changes today on this controller"),
        [Refusal.StaleState] = new("état de l'automate trop ancien pour décider", "state of the controller too old to decide on"),
        [Refusal.Malformed] = new("ordre incompréhensible pour la passerelle", "the gateway could not understand the order"),
        [Refusal.GatewayOffline] = new("passerelle hors réseau", "gateway off the network"),
        [Refusal.ReasonMissing] = new("au-delà de trois jours, écrivez un motif", "beyond three days, write a reason"),
        [Refusal.Reserved] = new("quelqu'un d'autre intervient sur cette chaufferie, réessayez dans {0}", "somebody else is at work on this boiler room, try again in {0}"),
        [Refusal.ClockUncertain] = new("l'heure de la passerelle n'est pas sûre, rien qui ait une fin ne commence", "the gateway's clock cannot be trusted, nothing with an end is begun"),
        [Refusal.TooFast] = new("trop de changements coup sur coup, réessayez dans {0}", "too many changes in a row, try again in {0}"),
        [Refusal.InSafety] = new("chaufferie mise en sécurité : seule une personne sur place peut la relancer", "boiler room put in safety: only somebody on site can start it again"),
        [Refusal.PlantFault] = new("automate en défaut : rien n'est relancé à distance, il faut aller voir", "controller in fault: nothing is started from afar, somebody must go and see"),
        [Refusal.FlowLimit] = new("l'eau de départ sortirait de sa limite de {0}", "the flow water would leave its limit of {0}"),
        [Refusal.SensorLost] = new("une sonde nécessaire est perdue, {0} au plus sans elle", "a sensor it needs is lost, {0} at most without it"),
        [Refusal.FrostProtection] = new("cela ôterait la protection contre le gel", "it would take the frost protection away"),
        [Refusal.Protected] = new("ce réglage est protégé : réarmement, sécurité, brûleur et pompes ne se commandent que sur place", "this point is protected: reset, safety, burner and pumps are worked on site only"),
        [Refusal.ModeNotOffered] = new("l'automate n'offre pas ce mode", "the controller does not offer this mode"),
        [Refusal.EquipmentWait] = new("le brûleur vient de changer d'état, réessayez dans {0}", "the burner has just changed, try again in {0}"),
        [Refusal.NoOnSiteRelease] = new("l'automate ne dit pas quand quelqu'un est devant lui : la mise en sécurité ne pourrait pas être levée", "the controller does not say when somebody stands before it: the safety could not be released"),
        [Refusal.ProgrammeInvalid] = new("le programme contient une erreur", "the programme has a mistake"),
        [Refusal.ProgrammeStale] = new("le programme a changé entre-temps, relisez la version en vigueur", "the programme has changed meanwhile, read the version in force again"),
        [Refusal.WrongCode] = new("ce n'est pas le code affiché sur place, encore {0}", "that is not the code shown on site, {0} left"),
        [Refusal.RoleNotEnough] = new("votre rôle ne le permet pas", "your role does not allow it"),
    };
}
