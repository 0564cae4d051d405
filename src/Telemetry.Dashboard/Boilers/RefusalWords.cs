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
    };
}
