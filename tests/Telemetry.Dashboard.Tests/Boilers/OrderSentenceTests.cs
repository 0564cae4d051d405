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
