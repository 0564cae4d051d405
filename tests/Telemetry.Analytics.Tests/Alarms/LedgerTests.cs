using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>What troubles make of alarms: once, linked to their cause, the same one when they come back.</summary>
public sealed class LedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero);
    private static readonly EquipmentId Boiler = new("v", "gw", "chaufferie");

    [Fact]
    public void SameTrouble_Twice_IsOneAlarm()
    {
        var ledger = new AlarmLedger().With(Fault(0), Guid.NewGuid()).With(Fault(1), Guid.NewGuid());

        Assert.Single(ledger.Open);
    }

    [Fact]
    public void Trouble_BackWithinHalfAnHour_IsTheSameAlarm_LaterAnother()
    {
        var ledger = new AlarmLedger().With(Fault(0), Guid.NewGuid()).With(Fault(1, holds: false), Guid.NewGuid()).With(Fault(20), Guid.NewGuid());
        Assert.Equal((1, true), (Assert.Single(ledger.Open.Values).Returns, ledger.Open.Values.Single().Stands));

        ledger = ledger.With(Fault(21, holds: false), Guid.NewGuid()).With(Fault(60), Guid.NewGuid());
        Assert.Equal(2, ledger.Open.Count);
    }

    [Fact]
    public void SilentGateway_ListsTheAlarmsOfItsDevicesUnderIt_AndGivesThemBack()
    {
        var ledger = new AlarmLedger()
            .With(new Condition(AlarmKind.DeviceSilent, AlarmSource.Of(Boiler with { Device = "gaz" }), true, Severity.P3, Noon, Noon, null, null), Guid.NewGuid())
            .With(new Condition(AlarmKind.LocalMode, AlarmSource.Of(Boiler), true, Severity.P3, Noon, Noon, null, null), Guid.NewGuid())
            .With(Silence(holds: true), Guid.NewGuid()).Settled(Noon.AddMinutes(1), NoRoom);
        var gateway = ledger.Open.Values.Single(one => one.Kind == AlarmKind.GatewaySilent);
        Assert.All(ledger.Open.Values.Where(one => one != gateway), one => Assert.Equal(gateway.Id, one.Cause));
        Assert.Null(gateway.Cause);

        ledger = ledger.With(Silence(holds: false), Guid.NewGuid()).Settled(Noon.AddMinutes(2), NoRoom);
        Assert.All(ledger.Open.Values.Where(one => one.Stands), one => Assert.Null(one.Cause));
    }

    [Fact]
    public void SomethingMilder_NeverHidesADanger()
    {
        var ledger = new AlarmLedger()
            .With(new Condition(AlarmKind.GasDetected, AlarmSource.Of(Boiler), true, Severity.P1, Noon, Noon, null, null), Guid.NewGuid())
            .With(Silence(holds: true), Guid.NewGuid()).Settled(Noon.AddMinutes(1), NoRoom);

        Assert.All(ledger.Open.Values, one => Assert.Null(one.Cause));
    }

    [Fact]
    public void ColdRooms_UnderABurnerInFault_AreItsEffect()
    {
        var ledger = new AlarmLedger()
            .With(new Condition(AlarmKind.RoomTooCold, AlarmSource.Of(Boiler), true, Severity.P3, Noon, Noon, 16, 19), Guid.NewGuid())
            .With(Fault(1), Guid.NewGuid()).Settled(Noon.AddMinutes(2), NoRoom);

        Assert.Equal(ledger.Open.Values.Single(one => one.Kind == AlarmKind.BurnerFault).Id, ledger.Open.Values.Single(one => one.Kind == AlarmKind.RoomTooCold).Cause);
    }

    /// <summary>A boiler locks out and its room's controller says so: one alarm calls, and lists which boiler it is.</summary>
    [Fact]
    public void BoilerInFault_UnderItsRoomInFault_IsListedThere()
    {
        var boiler = Boiler with { Device = "chaudiere-1" };
        EquipmentId? RoomOf(EquipmentId equipment) => equipment == boiler ? Boiler : null;
        var ledger = new AlarmLedger().With(Fault(0) with { Source = AlarmSource.Of(boiler) }, Guid.NewGuid()).Settled(Noon, RoomOf);
        Assert.Null(Assert.Single(ledger.Open.Values).Cause);

        ledger = ledger.With(Fault(1), Guid.NewGuid()).Settled(Noon.AddMinutes(1), RoomOf);
        Assert.Equal(AlarmSource.Of(Boiler), Assert.Single(ledger.Open.Values, one => one.Cause is null).Source);

        // Over at the room first: nobody is called for what the boiler still tells for a moment, but for what it goes on telling.
        ledger = ledger.With(Fault(10, holds: false), Guid.NewGuid()).Settled(Noon.AddMinutes(11), RoomOf);
        Assert.NotNull(Assert.Single(ledger.Open.Values, one => one.Stands).Cause);
        ledger = ledger.Settled(Noon.AddMinutes(16), RoomOf);
        Assert.Null(Assert.Single(ledger.Open.Values, one => one.Stands).Cause);
    }

    /// <summary>One mise en sécurité makes one alarm that calls: the milder until it is cold, the dangerous one while it is.</summary>
    [Fact]
    public void PutInSafety_InTheCold_CallsOnce()
    {
        static Condition Of(AlarmKind kind, Severity severity, int minutes, bool holds = true) =>
            new(kind, AlarmSource.Of(Boiler), holds, severity, Noon.AddMinutes(minutes), Noon.AddMinutes(minutes), null, null);
        var ledger = new AlarmLedger().With(Of(AlarmKind.SafeState, Severity.P2, 0), Guid.NewGuid()).Settled(Noon, NoRoom);
        Assert.Null(Assert.Single(ledger.Open.Values).Cause);

        ledger = ledger.With(Of(AlarmKind.FrostProtectionOff, Severity.P1, 60), Guid.NewGuid()).Settled(Noon.AddMinutes(60), NoRoom);
        Assert.Equal(AlarmKind.FrostProtectionOff, Assert.Single(ledger.Open.Values, one => one.Cause is null).Kind);

        ledger = ledger.With(Of(AlarmKind.FrostProtectionOff, Severity.P1, 600, holds: false), Guid.NewGuid()).Settled(Noon.AddMinutes(600), NoRoom);
        Assert.Equal(AlarmKind.SafeState, Assert.Single(ledger.Open.Values, one => one is { Stands: true, Cause: null }).Kind);
    }

    [Fact]
    public void Quiet_AlarmOfLittleWeight_ClosesByItself_AHeavyOneWaitsForAPerson()
    {
        var ledger = new AlarmLedger().With(Fault(0), Guid.NewGuid()).With(Silence(holds: true), Guid.NewGuid())
            .With(Fault(1, holds: false), Guid.NewGuid()).With(Silence(holds: false), Guid.NewGuid()).Settled(Noon.AddHours(2), NoRoom);

        Assert.Equal(AlarmState.Closed, ledger.Open.Values.Single(one => one.Kind == AlarmKind.GatewaySilent).State);
        Assert.Equal(AlarmState.Cleared, ledger.Open.Values.Single(one => one.Kind == AlarmKind.BurnerFault).State);
        Assert.Single(ledger.WithoutClosed().Open);
    }

    private static EquipmentId? NoRoom(EquipmentId equipment) => null;

    private static Condition Fault(int minutes, bool holds = true) =>
        new(AlarmKind.BurnerFault, AlarmSource.Of(Boiler), holds, Severity.P2, Noon.AddMinutes(minutes), Noon.AddMinutes(minutes), null, null);

    private static Condition Silence(bool holds) =>
        new(AlarmKind.GatewaySilent, AlarmSource.Gateway("v", "gw"), holds, Severity.P3, Noon.AddMinutes(1), Noon, null, null);
}
