using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>The golden sentences of an order.</summary>
public sealed class OrderSentenceTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData(OrderState.Requested, Refusal.None, null, null, "Envoyée", "Sent")]
    [InlineData(OrderState.Checked, Refusal.None, null, null, "Reçue par la passerelle", "Received by the gateway")]
    [InlineData(OrderState.Confirmed, Refusal.None, 21.0, null, "Appliquée à 14:02 (relue : 21,0 °C)", "Applied at 14:02 (read back: 21.0 °C)")]
    [InlineData(OrderState.Sent, Refusal.None, null, null, "Écrite dans l'automate, relecture en cours", "Written to the controller, being read back")]
    [InlineData(OrderState.EffectSeen, Refusal.None, 21.0, null, "Appliquée, effet constaté à 14:02 (relue : 21,0 °C)", "Applied, effect seen at 14:02 (read back: 21.0 °C)")]
    [InlineData(OrderState.NoEffect, Refusal.None, 21.0, null, "Appliquée mais sans effet constaté à 14:02 : la chaufferie ne suit pas, il faut aller voir.", "Applied, but no effect seen at 14:02: the boiler room does not follow, somebody must go and see.")]
    [InlineData(OrderState.Refused, Refusal.Reserved, null, 12.0, "Refusée : quelqu'un d'autre intervient sur cette chaufferie, réessayez dans 12 min", "Refused: somebody else is at work on this boiler room, try again in 12 min")]
    [InlineData(OrderState.Refused, Refusal.TooFast, null, 90.0, "Refusée : trop de changements coup sur coup, réessayez dans 90 s", "Refused: too many changes in a row, try again in 90 s")]
    [InlineData(OrderState.Refused, Refusal.PlantFault, null, null, "Refusée : automate en défaut : rien n'est relancé à distance, il faut aller voir", "Refused: controller in fault: nothing is started from afar, somebody must go and see")]
    [InlineData(OrderState.Released, Refusal.None, null, null, "Retour à l'automatique à 14:02", "Back to automatic at 14:02")]
    [InlineData(OrderState.Replaced, Refusal.None, null, null, "Remplacée par un ordre plus récent", "Replaced by a later order")]
    [InlineData(OrderState.Expired, Refusal.None, null, null, "Expirée sans effet", "Expired without effect")]
    [InlineData(OrderState.Refused, Refusal.GatewayOffline, null, null, "Non envoyée — passerelle hors réseau", "Not sent — gateway off the network")]
    [InlineData(OrderState.Refused, Refusal.AboveMaximum, null, 22.0, "Refusée : au-dessus du maximum de 22,0 °C", "Refused: above the maximum of 22.0 °C")]
    [InlineData(OrderState.Refused, Refusal.EndTooFar, null, 24.0, "Refusée : la fin est trop loin, 24 h au plus", "Refused: the end is too far, 24 h at most")]
    [InlineData(OrderState.Refused, Refusal.LocalMode, null, null, "Refusée : automate en mode local ou manuel", "Refused: controller in local or manual mode")]
    [InlineData(OrderState.Unconfirmed, Refusal.ReadBackDiffers, 19.0, null, "Non confirmée : l'automate relit une autre valeur (19,0 °C)", "Not confirmed: the controller reads back another value (19.0 °C)")]
    public void Of_EachStep_SaysTheSentence(OrderState state, Refusal refusal, double? readBack, double? limit, string french, string english)
    {
        var report = new OrderReport
        {
            Order = Guid.Empty, State = state, Refusal = refusal, ReadBack = readBack, Limit = limit, At = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero),
        };

        Assert.Equal(french, Html.Text(OrderSentence.Of(report, Zone, Language.French)));
        Assert.Equal(english, Html.Text(OrderSentence.Of(report, Zone, Language.English)));
    }

    [Fact]
    public void Words_EveryRefusal_HasItsOwn() => Assert.All(Enum.GetValues<Refusal>(), refusal => Assert.Contains(refusal, RefusalWords.All.Keys));
}
