using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Model.Tests.Alarms;

/// <summary>The life of one alarm.</summary>
public sealed class AlarmTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero);

    private static Alarm Fresh(AlarmKind kind = AlarmKind.BurnerFault, Severity severity = Severity.P2) => new()
    {
        Id = Guid.NewGuid(), Kind = kind, Source = AlarmSource.Of(new EquipmentId("v", "gw", "chaufferie")), Severity = severity, RaisedAt = Noon, Since = Noon,
    };

    [Fact]
    public void Life_InOrder_GoesThroughEachState()
    {
        var alarm = Fresh();
        Assert.Equal(AlarmState.Raised, alarm.State);
        alarm = alarm.Acknowledge("Léa", Noon.AddMinutes(4));
        Assert.Equal(AlarmState.Acknowledged, alarm.State);
        alarm = alarm.Clear(Noon.AddHours(1));
        Assert.Equal(AlarmState.Cleared, alarm.State);
        alarm = alarm.Close("Léa", ClosureReason.Repaired, "électrode", Noon.AddHours(2));
        Assert.Equal((AlarmState.Closed, "Léa", ClosureReason.Repaired), (alarm.State, alarm.ClosedBy, alarm.Closure));
    }

    [Fact]
    public void Acknowledge_Twice_KeepsTheFirst() =>
        Assert.Equal("Léa", Fresh().Acknowledge("Léa", Noon).Acknowledge("Paul", Noon.AddHours(1)).AcknowledgedBy);

    [Fact]
    public void Close_WhileTheTroubleStands_ChangesNothing()
    {
        Assert.Equal(AlarmState.Raised, Fresh().Close("Léa", ClosureReason.FalseAlarm, "", Noon).State);
        Assert.Equal(AlarmState.Closed, Fresh(AlarmKind.OrderUnconfirmed).Close("Léa", ClosureReason.FalseAlarm, "", Noon).State);
    }

    [Fact]
    public void Shelve_Dangerous_OrWithoutAnEndInAWeek_ChangesNothing()
    {
        Assert.False(Fresh(severity: Severity.P1).Shelve("Léa", Noon.AddHours(1), Noon).IsShelved(Noon));
        Assert.False(Fresh().Shelve("Léa", Noon.AddDays(8), Noon).IsShelved(Noon));
        Assert.False(Fresh().Shelve("Léa", Noon.AddHours(-1), Noon).IsShelved(Noon));
        Assert.True(Fresh().Shelve("Léa", Noon.AddDays(7), Noon).IsShelved(Noon.AddDays(6)));
        Assert.False(Fresh().Shelve("Léa", Noon.AddDays(7), Noon).IsShelved(Noon.AddDays(7)));
    }

    [Fact]
    public void Worsen_ToDanger_TakesItBackFromTheShelf_AndNeverGetsBetter()
    {
        var alarm = Fresh().Shelve("Léa", Noon.AddDays(1), Noon).Worsen(Severity.P1, Noon);

        Assert.Equal((Severity.P1, false), (alarm.Severity, alarm.IsShelved(Noon)));
        Assert.Equal(Severity.P1, alarm.Worsen(Severity.P3, Noon).Severity);
    }

    [Fact]
    public void Return_SoonAfter_IsTheSameAlarmAgain()
    {
        var alarm = Fresh().Acknowledge("Léa", Noon).Clear(Noon.AddMinutes(1)).Return(Severity.P2, Noon.AddMinutes(2));

        Assert.Equal((AlarmState.Acknowledged, 1), (alarm.State, alarm.Returns));
    }

    [Fact]
    public void Worsen_TakenInCharge_AsksAnew_AndTheOneBeforeIsRemembered()
    {
        var worse = Fresh(severity: Severity.P3).Acknowledge("Léa", Noon).Worsen(Severity.P1, Noon.AddHours(8));
        Assert.Equal((AlarmState.Raised, "Léa", Noon.AddHours(8)), (worse.State, worse.AcknowledgedBy, worse.WorsenedAt));

        var taken = worse.Acknowledge("Paul", Noon.AddHours(9));
        Assert.Equal((AlarmState.Acknowledged, "Paul", Noon.AddHours(9)), (taken.State, taken.AcknowledgedBy, taken.AcknowledgedAt));
        Assert.Same(taken, taken.Worsen(Severity.P1, Noon.AddHours(10)));
    }

    [Fact]
    public void Return_Worse_IsAskedAnew_AndComesBackFromTheShelf()
    {
        var alarm = Fresh().Acknowledge("Léa", Noon).Shelve("Léa", Noon.AddDays(1), Noon).Clear(Noon.AddMinutes(1)).Return(Severity.P1, Noon.AddMinutes(2));

        Assert.Equal((AlarmState.Raised, Severity.P1, false, 1), (alarm.State, alarm.Severity, alarm.IsShelved(Noon.AddMinutes(2)), alarm.Returns));
    }

    [Theory]
    [InlineData(AlarmKind.SafetyTrip, "A01")]
    [InlineData(AlarmKind.DeviceSilent, "A42")]
    public void Code_IsTheCatalogues(AlarmKind kind, string code) => Assert.Equal(code, kind.Code);
}
