using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary>The sentence of an alarm, word for word, in both languages.</summary>
public sealed class AlarmSentenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData(AlarmKind.BurnerFault, null, null, "Brûleur ou automate en défaut, depuis 13:02.", "Burner or controller in fault, since 13:02.")]
    [InlineData(AlarmKind.FrostRisk, 4.3, 5.0, "Risque de gel : 4,3 °C, depuis 13:02.", "Risk of frost: 4.3 °C, since 13:02.")]
    [InlineData(AlarmKind.RoomTooCold, 16.5, 19.0, "Locaux trop froids depuis plus de deux heures : 16,5 °C pour 19,0 °C demandés, depuis 13:02.", "Rooms too cold for over two hours: 16.5 °C for 19.0 °C asked, since 13:02.")]
    [InlineData(AlarmKind.ShortCycling, 7.0, 6.0, "Brûleur qui démarre trop souvent : 7 démarrages, depuis 13:02.", "Burner starts too often: 7 starts, since 13:02.")]
    [InlineData(AlarmKind.FuelLow, 9.0, 25.0, "Combustible bas : 9 %, depuis 13:02.", "Fuel low: 9%, since 13:02.")]
    public void Sentence_SaysWhatAndSinceWhen(AlarmKind kind, double? value, double? limit, string french, string english)
    {
        var alarm = Fresh(kind) with { Value = value, Limit = limit };

        Assert.Equal(french, Html.Text(AlarmSentence.Of(alarm, Now, Zone, Language.French)));
        Assert.Equal(english, Html.Text(AlarmSentence.Of(alarm, Now, Zone, Language.English)));
    }

    [Fact]
    public void State_FollowsTheAlarmThroughItsLife()
    {
        string Say(Alarm one) => Html.Text(AlarmSentence.State(one, Now, Zone, Language.French));
        var alarm = Fresh(AlarmKind.BurnerFault);
        Assert.Equal("Personne ne l'a encore prise en charge.", Say(alarm));
        Assert.Equal("Mise de côté par Léa jusqu'à 16:02.", Say(alarm.Shelve("Léa", Now.AddHours(2), Now)));
        alarm = alarm.Acknowledge("Léa", Now.AddMinutes(-50));
        Assert.Equal("Prise en charge par Léa à 13:12.", Say(alarm));
        Assert.Equal("Prise en charge par Léa à 13:12, puis elle s'est aggravée. Personne ne l'a reprise depuis.", Say(alarm.Worsen(Severity.P1, Now)));
        alarm = alarm.Clear(Now.AddMinutes(-10));
        Assert.Equal("Revenue à la normale à 13:52. Reste à clore.", Say(alarm));
        Assert.Equal("Close d'elle-même à 14:02 : revenue à la normale.", Say(alarm.Close("", ClosureReason.ReturnedToNormal, "", Now)));
        Assert.Equal("Close par Léa à 14:02 : réparé ou réglé (électrode).", Say(alarm.Close("Léa", ClosureReason.Repaired, "électrode", Now)));
        Assert.Equal("Brûleur ou automate en défaut, de 13:02 à 13:52.", Html.Text(AlarmSentence.Of(alarm, Now, Zone, Language.French)));
    }

    [Fact]
    public void Texts_EveryLineOfTheCatalogue_HasItsWords() =>
        Assert.Equal(Enum.GetValues<AlarmKind>().Order(), AlarmTexts.All.Keys.Order());

    [Fact]
    public void Points_EachSettingThatMayBeKept_HasItsWords() => Assert.All(
        Enum.GetValues<Setting>().Where(ControllerSettings.MayBeKept).Select(setting => "programme.kept." + ControllerSettings.PointOf(setting)),
        point => Assert.NotEqual(point, PointWords.Of(point, Language.French)));

    [Fact]
    public void Closures_EachReason_HasItsWords() => Assert.Equal(Enum.GetValues<ClosureReason>().Order(), ClosureWords.All.Keys.Order());

    private static Alarm Fresh(AlarmKind kind) => new()
    {
        Id = Guid.NewGuid(), Kind = kind, Source = AlarmSource.Of(new EquipmentId("v", "gw", "chaufferie")), Severity = Severity.P2, RaisedAt = Now.AddHours(-1), Since = Now.AddHours(-1),
    };
}
