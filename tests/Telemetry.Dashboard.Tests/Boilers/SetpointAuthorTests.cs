using Telemetry.Analytics.Ingest;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>Who wrote the set point: a write that is not ours is never hidden.</summary>
public sealed class SetpointAuthorTests
{
    private static readonly Noon Clock = new();
    private static readonly PointId Point = new(Valmont.BoilerOf("gw-ecole"), "room.temperature.sp");

    [Theory]
    [InlineData(19.0, null, null, "Consigne 19,0 °C, réglée sur l'automate.", "Set point 19.0 °C, set at the controller.")]
    [InlineData(19.0, LadderLevel.Week, null, "Consigne 19,0 °C, donnée par le programme.", "Set point 19.0 °C, given by the programme.")]
    [InlineData(21.0, LadderLevel.Forced, 21.0, "Consigne 21,0 °C, donnée par m. petit à 14:02.", "Set point 21.0 °C, given by m. petit at 14:02.")]
    [InlineData(23.0, LadderLevel.Forced, 21.0, "Attention : la consigne lue est 23,0 °C, l'ordre de m. petit demandait 21,0 °C. Elle a été changée sans nous.", "Careful: the set point reads 23.0 °C, the order of m. petit asked for 21.0 °C. It was changed without us.")]
    public void Say_EachAuthor(double shown, LadderLevel? level, double? ordered, string french, string english)
    {
        var room = Room(shown, level, ordered);

        Assert.Equal(french, Html.Text(SetpointAuthor.Say(room, Language.French)));
        Assert.Equal(english, Html.Text(SetpointAuthor.Say(room, Language.English)));
    }

    [Fact]
    public void Say_AnOldSetpoint_SaysNothing() =>
        Assert.Empty(SetpointAuthor.Say(Room(19, null, null) with { Setpoint = new Reading(Point, 19, Clock.Now.AddHours(-1), Quality.Good, "°C", TimeSpan.FromMinutes(1)) }, Language.French));

    private static BoilerRoom Room(double shown, LadderLevel? level, double? ordered)
    {
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Override, Point = Point, Value = ordered ?? 0, Until = Clock.Now.AddHours(2), RequestedAt = Clock.Now, ExpiresAt = Clock.Now, By = "m. petit", Reason = "",
        };
        return new BoilerRoom
        {
            Equipment = new Equipment { Id = Point.Equipment, BuildingId = "ecole-jules-ferry", Name = "Chaufferie", Kind = EquipmentKind.BoilerRoom, Model = "" },
            Building = Valmont.School,
            Facts = new BoilerFacts { Now = Clock.Now, Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), Level = level },
            Setpoint = new Reading(Point, shown, Clock.Now, Quality.Good, "°C", TimeSpan.FromMinutes(1)),
            Orders = ordered is null ? [] : [new OrderStory(order, [new OrderReport { Order = order.Id, State = OrderState.Confirmed, At = Clock.Now, ReadBack = ordered }])],
        };
    }
}
