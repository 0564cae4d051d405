using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>The lines of the catalogue about orders, modes, silence and what cannot be believed, in virtual time.</summary>
public sealed class CatalogueSystemTests
{
    private const string School = "ecole";

    [Fact]
    public void OrderUnconfirmed_UntilOneIsConfirmed()
    {
        var town = Quiet("mode", 0);
        town.Order(School, OrderState.Unconfirmed);
        Assert.Equal("A24", town.Pass(2).Standing);
        Assert.Equal(Severity.P3, town.Last(AlarmKind.OrderUnconfirmed).Severity);

        town.Order(School, OrderState.Confirmed);
        Assert.Equal("", town.Pass(2).Standing);
    }

    /// <summary>A plant that was to stop and may still run cannot wait for the morning, whatever is asked of it next.</summary>
    [Theory]
    [InlineData(OrderKind.SafeState, double.NaN, Severity.P2)]
    [InlineData(OrderKind.Force, (double)HeatingMode.Standby, Severity.P2)]
    [InlineData(OrderKind.Force, (double)HeatingMode.Comfort, Severity.P3)]
    [InlineData(OrderKind.Override, 4, Severity.P3)]
    public void OrderUnconfirmed_ToStop_WeighsMore(OrderKind kind, double value, Severity severity)
    {
        var town = Quiet("mode", 0);
        town.Order(School, OrderState.Unconfirmed, kind, value);
        town.Pass(2);
        town.Order(School, OrderState.Unconfirmed, OrderKind.Override, 19);
        Assert.Equal((severity, "A24"), (town.Pass(2).Last(AlarmKind.OrderUnconfirmed).Severity, town.Standing));

        town.Order(School, OrderState.Released, kind, value);
        Assert.Equal("", town.Pass(2).Standing);
        town.Order(School, OrderState.Unconfirmed, OrderKind.Override, 19);
        Assert.Equal(Severity.P3, town.Pass(2).Last(AlarmKind.OrderUnconfirmed).Severity);
    }

    /// <summary>A caretaker comes and goes; a door still open when everybody has left is another matter.</summary>
    [Theory]
    [InlineData(HeatingMode.Comfort, 0, Severity.P3)]
    [InlineData(HeatingMode.Comfort, 1, Severity.P2)]
    [InlineData(HeatingMode.Reduced, 0, Severity.P2)]
    public void Intrusion_WhilePeopleAreThere_WeighsLess(HeatingMode programme, double warming, Severity severity)
    {
        var town = Quiet("door.open", 0);
        town.Set(School, "programme.mode", (double)programme);
        town.Set(School, "programme.warming", warming);
        town.Pass(2);
        town.Set(School, "door.open", 1);
        Assert.Equal(severity, town.Pass(3).Last(AlarmKind.Intrusion).Severity);

        town.Set(School, "programme.mode", (double)HeatingMode.Reduced);
        Assert.Equal(Severity.P2, town.Pass(1).Last(AlarmKind.Intrusion).Severity);
    }

    [Fact]
    public void ForcedTooLong_ADayInComfort()
    {
        var town = Quiet("mode", (double)HeatingMode.Comfort);
        Assert.Equal("", town.Pass(TimeSpan.FromHours(23)).Standing);
        Assert.Equal("A26", town.Pass(TimeSpan.FromHours(2)).Standing);
    }

    /// <summary>Reduced from Friday evening to Monday, then through a week of holidays: the programme's own, as the gateway tells.</summary>
    [Theory]
    [InlineData(LadderLevel.Week, HeatingMode.Reduced, 2.5)]
    [InlineData(LadderLevel.Closed, HeatingMode.Frost, 8)]
    [InlineData(LadderLevel.Exception, HeatingMode.Comfort, 2)]
    [InlineData(LadderLevel.Local, HeatingMode.Comfort, 2)]
    [InlineData(LadderLevel.SafeState, HeatingMode.Standby, 2)]
    public void ForcedTooLong_WhereTheGatewayOwnsTheTimetable_ItsOwnModesAreNone(LadderLevel level, HeatingMode mode, double days)
    {
        var town = Quiet("programme.level", (double)level);
        town.Set(School, "mode", (double)mode);

        Assert.Equal("", town.Pass(TimeSpan.FromDays(days)).Standing);
    }

    /// <summary>Somebody's « Arrêt » from the page, with frost protection at work in the night: counted from when it was asked.</summary>
    [Fact]
    public void ForcedTooLong_SomebodysOrder_FrostProtectionInBetweenCounts()
    {
        var town = Quiet("programme.level", (double)LadderLevel.Week);
        town.Set(School, "mode", (double)HeatingMode.Standby);
        town.Set(School, "programme.level", (double)LadderLevel.Forced);
        town.Pass(TimeSpan.FromHours(12));
        town.Set(School, "programme.level", (double)LadderLevel.Protection);
        town.Pass(TimeSpan.FromHours(6));
        town.Set(School, "programme.level", (double)LadderLevel.Forced);
        Assert.Equal("", town.Pass(TimeSpan.FromHours(5.9)).Standing);
        Assert.Equal("A26", town.Pass(10).Standing);

        town.Set(School, "programme.level", (double)LadderLevel.Week);
        Assert.Equal("", town.Pass(2).Standing);
    }

    /// <summary>A zone without programme: what its own controller is at; off is no oversight once nothing needs heat.</summary>
    [Theory]
    [InlineData(HeatingMode.Comfort, 8, "A26")]
    [InlineData(HeatingMode.Reduced, 20, "A26")]
    [InlineData(HeatingMode.Standby, 8, "A26")]
    [InlineData(HeatingMode.Frost, 8, "A26")]
    [InlineData(HeatingMode.Standby, 18, "")]
    [InlineData(HeatingMode.Automatic, 8, "")]
    public void ForcedTooLong_NothingOfOursDecides_TheControllersOwnMode(HeatingMode mode, double outdoor, string standing)
    {
        var town = Quiet("programme.level", (double)LadderLevel.Controller);
        foreach (var site in new[] { School, "mairie", "gymnase" })
        {
            town.Set(site, "outdoor.temperature", outdoor);
        }

        town.Set(School, "mode", (double)mode);
        Assert.Equal("", town.Pass(TimeSpan.FromHours(23)).Standing);
        Assert.Equal(standing, town.Pass(TimeSpan.FromHours(2)).Standing);
    }

    /// <summary>Forced, then frost protection half a minute later: the change is not lost to the pace at which measures are remembered.</summary>
    [Fact]
    public void ForcedTooLong_ChangesWithinAMinute_AreRemembered()
    {
        var town = Quiet("programme.level", (double)LadderLevel.Week);
        town.Look();
        town.Set(School, "programme.level", (double)LadderLevel.Forced);
        town.Pass(0.5).Look();
        town.Set(School, "programme.level", (double)LadderLevel.Protection);

        Assert.Equal("A26", town.Pass(TimeSpan.FromHours(25)).Standing);
    }

    /// <summary>Turned at the controller's own buttons: told of the setting it is about, until the town asks anew (waiting, then kept) or lets it go.</summary>
    [Theory]
    [InlineData(KeptState.Waiting)]
    [InlineData(KeptState.Kept)]
    [InlineData(KeptState.None)]
    public void SettingChangedOnSite_UntilItIsAskedAnewOrLetGo(KeptState then)
    {
        var town = Quiet("programme.kept.curve.slope", (double)KeptState.Kept);
        town.Set(School, "programme.kept.dhw.temperature.sp", (double)KeptState.Waiting);
        town.Pass(2);
        town.Set(School, "programme.kept.curve.slope", (double)KeptState.ChangedOnSite);
        Assert.Equal("", town.Pass(9.5).Standing);

        Assert.Equal("A44", town.Pass(1.5).Standing);
        Assert.Equal((Severity.P4, "programme.kept.curve.slope"), (town.Last(AlarmKind.SettingChangedOnSite).Severity, town.Last(AlarmKind.SettingChangedOnSite).Source.Point));
        town.Set(School, "programme.kept.curve.slope", (double)then);
        Assert.Equal("", town.Pass(2).Standing);
    }

    [Fact]
    public void LocalMode_AtTheControllersOwnSwitch_AtOnce()
    {
        var town = Quiet("mode", 0);
        town.Set(School, "mode", (double)HeatingMode.Manual);

        Assert.Equal("A27", town.Look().Standing);
        Assert.Equal(Severity.P3, town.Last(AlarmKind.LocalMode).Severity);
    }

    [Fact]
    public void GatewaySilent_AQuarterOfAnHour_DangerousInTheCold()
    {
        var town = Quiet("mode", 0);
        town.Offline(School);
        Assert.Equal("", town.Pass(14).Standing);
        Assert.Equal("A28", town.Pass(2).Standing);
        Assert.Equal(Severity.P3, town.Last(AlarmKind.GatewaySilent).Severity);

        town.Set("mairie", "outdoor.temperature", 1);
        town.Set("gymnase", "outdoor.temperature", 1);
        Assert.Equal(Severity.P1, town.Pass(2).Last(AlarmKind.GatewaySilent).Severity);

        town.Offline(School, offline: false);
        Assert.Equal("", town.Pass(2).Standing);
    }

    [Fact]
    public void GatewaySilent_ConnectedButSayingNothing_IsSilentToo()
    {
        var town = Quiet("mode", 0);
        foreach (var name in new[] { "outdoor.temperature", "flow.temperature", "flow.temperature.sp", "room.temperature", "room.temperature.sp", "room.temperature.sp.active", "pump.state", "mode" })
        {
            town.Mute(School, name);
        }

        Assert.Equal("", town.Pass(16).Standing);
        Assert.Equal("A28", town.Pass(4).Standing);
    }

    [Fact]
    public void ClockUncertain_FiveMinutes()
    {
        var town = Quiet("return.temperature", 50);
        town.Set(School, "return.temperature", 50, quality: Quality.ClockUncertain);
        Assert.Equal("", town.Pass(4).Standing);
        Assert.Equal("A30", town.Pass(2).Standing);
    }

    [Theory]
    [InlineData(1, Severity.P4)]
    [InlineData(3, Severity.P3)]
    public void OrderRefused_WeighsMoreWhenItRepeats(int times, Severity severity)
    {
        var town = Quiet("mode", 0);
        town.Order(School, OrderState.Refused, Refusal.GatewayOffline);
        Assert.Equal("", town.Pass(2).Standing);

        for (var time = 0; time < times; time++)
        {
            town.Order(School, OrderState.Refused, Refusal.LocalMode);
        }

        Assert.Equal("A32", town.Pass(2).Standing);
        Assert.Equal(severity, town.Last(AlarmKind.OrderRefused).Severity);
        Assert.Equal("", town.Pass(60).Standing);
    }

    [Theory]
    [InlineData(19, "")]
    [InlineData(19.5, "A33")]
    public void SetpointAboveLegal_ForADay(double setpoint, string standing)
    {
        var town = Quiet("room.temperature.sp", setpoint);

        Assert.Equal(standing, town.Pass(TimeSpan.FromHours(25)).Standing);
    }

    [Fact]
    public void WriteBudget_Spent()
    {
        var town = Quiet("mode", 0);
        town.Order(School, OrderState.Refused, Refusal.WriteBudgetSpent);

        Assert.Equal("A34", town.Pass(2).Standing);
    }

    [Fact]
    public void SensorsDisagree_OneOutdoorSensorAgainstItsNeighbours()
    {
        var town = Quiet("mode", 0);
        town.Set(School, "outdoor.temperature", 12);
        Assert.Equal("", town.Pass(58).Standing);

        Assert.Equal("A38", town.Pass(4).Standing);
        Assert.Equal((12.0, 8.0), (town.Last(AlarmKind.SensorsDisagree).Value, town.Last(AlarmKind.SensorsDisagree).Limit));
    }

    /// <summary>Nothing is live then: what was last heard, less what it may have fallen since (5 K in three hours), says whether the cold is a danger.</summary>
    [Theory]
    [InlineData(3.6, Severity.P3, Severity.P1)]
    [InlineData(3.3, Severity.P1, Severity.P1)]
    [InlineData(7.9, Severity.P3, Severity.P1)]
    [InlineData(8, Severity.P3, Severity.P3)]
    public void CentreCut_IsOneAlarm_NotOneAGateway(double outdoor, Severity severity, Severity later)
    {
        var town = new BoilerTown();
        town.Set("mairie", "outdoor.temperature", outdoor);
        town.Pass(2);
        town.Connected = false;
        foreach (var site in new[] { "ecole", "mairie", "gymnase" })
        {
            town.Offline(site);
        }

        Assert.Equal("", town.Pass(14).Standing);
        Assert.Equal("A41", town.Pass(4).Standing);
        Assert.Equal((AlarmSource.Centre, severity), (town.Changes[0].Source, town.Changes[0].Severity));
        town.Pass(180);
        Assert.Equal(later, town.Last(AlarmKind.CentreCut).Severity);
    }

    [Theory]
    [InlineData(Quality.Stale)]
    [InlineData(Quality.Undecodable)]
    [InlineData(Quality.Suspect)]
    public void DeviceSilent_NothingBelievableForAQuarterOfAnHour(Quality quality)
    {
        var town = new BoilerTown();
        town.Install(School, "gaz", EquipmentKind.GasMeter);
        town.Set(School, "gas.volume", 100, "gaz");
        town.Pass(2);
        town.Set(School, "gas.volume", 100, "gaz", quality);
        Assert.Equal("", town.Pass(14).Standing);

        Assert.Equal("A42", town.Pass(2).Standing);
        Assert.Equal(("gaz", Severity.P3), (town.Changes[0].Source.Equipment.Device, town.Changes[0].Severity));
    }

    // Two minutes of the point being well, so that what follows is a change.
    private static BoilerTown Quiet(string point, double value)
    {
        var town = new BoilerTown();
        town.Set(School, point, value);
        return town.Pass(2);
    }
}
