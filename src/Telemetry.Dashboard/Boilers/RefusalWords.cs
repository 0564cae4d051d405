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
        [Refusal.DeviceRejected] = new("l'automate a répondu par une erreur", "the controller answered with an error"),
        [Refusal.ReadBackDiffers] = new("l'automate relit une autre valeur", "the controller reads back another value"),
        [Refusal.WrongApplication] = new("l'automate n'a pas l'application attendue", "the controller does not run the application expected"),
        [Refusal.Retained] = new("message ancien rejoué, ignoré", "old message replayed, ignored"),
        [Refusal.WriteBudgetSpent] = new("trop de changements aujourd'hui sur cet automate", "too many changes today on this controller"),
        [Refusal.StaleState] = new("état de l'automate trop ancien pour décider", "state of the controller too old to decide on"),
        [Refusal.Malformed] = new("ordre incompréhensible pour la passerelle", "the gateway could not understand the order"),
        [Refusal.GatewayOffline] = new("passerelle hors réseau", "gateway off the network"),
        [Refusal.ReasonMissing] = new("un motif écrit est obligatoire", "a written reason is required"),
        [Refusal.Reserved] = new("quelqu'un d'autre travaille sur cette chaufferie, encore {0}", "somebody else is at work on this boiler room, {0} more"),
        [Refusal.ClockUncertain] = new("l'horloge de la passerelle n'est pas sûre : rien qui ait une fin n'est commencé", "the gateway's clock is not sure: nothing with an end is begun"),
        [Refusal.TooFast] = new("trop d'ordres à la suite, attendez {0}", "too many orders in a row, wait {0}"),
        [Refusal.InSafety] = new("la chaufferie est mise en sécurité : seule une personne sur place peut la libérer", "the boiler room is put in safety: only somebody on site can release it"),
        [Refusal.PlantFault] = new("l'automate signale un défaut : rien ne démarre à distance, quelqu'un doit aller sur place", "the controller reports a fault: nothing starts from afar, somebody must go there"),
        [Refusal.FlowLimit] = new("température d'eau hors de ce que supportent les émetteurs, limite {0}", "water temperature outside what the emitters bear, limit {0}"),
        [Refusal.SensorLost] = new("une sonde nécessaire est perdue, {0} au plus sans elle", "a sensor it needs is lost, {0} at most without it"),
        [Refusal.FrostProtection] = new("cela ôterait la protection contre le gel", "it would take the frost protection away"),
        [Refusal.Protected] = new("réarmement, sécurité, brûleur, pompe ou gaz : jamais à distance", "lock-out, limit, burner, pump or gas: never from afar"),
        [Refusal.ModeNotOffered] = new("l'automate n'offre pas ce mode", "the controller does not offer this mode"),
        [Refusal.EquipmentWait] = new("le brûleur vient de démarrer ou de s'arrêter, attendez {0}", "the burner has just started or stopped, wait {0}"),
        [Refusal.NoOnSiteRelease] = new("personne sur place ne pourrait lever la mise en sécurité", "nobody on site could release it"),
        [Refusal.ProgrammeInvalid] = new("le programme contient une erreur", "the programme has a mistake"),
        [Refusal.ProgrammeStale] = new("le programme a changé entre-temps, la version {0} est en place", "the programme has changed meanwhile, version {0} is in force"),
        [Refusal.RoleNotEnough] = new("votre rôle ne le permet pas", "your role does not allow it"),
    };
}
