using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>Who is told when, in virtual time.</summary>
public sealed class EscalationTests
{
    // A Saturday, 10:00 in Paris.
    private static readonly DateTimeOffset Saturday = new(2026, 1, 17, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = SmallTown.Paris;

    [Theory]
    [InlineData(Severity.P1, "1@0.5 2@5.5 3@10.5")]
    [InlineData(Severity.P2, "1@0.5 2@15.5 3@30.5")]
    [InlineData(Severity.P3, "1@2730")] // Monday 07:30 is 45.5 hours later
    [InlineData(Severity.P4, "")]
    public void Unanswered_ClimbsTheRanks(Severity severity, string expected) => Assert.Equal(expected, Walk(Fresh(severity)));

    [Fact]
    public void TakenInCharge_StopsTheCalls_AndTheWordThatAllIsWellIsStillSent()
    {
        Assert.Equal("1@0.5 0@20", Walk(Fresh(Severity.P1), alarm => alarm.Acknowledge("Léa", Saturday.AddMinutes(3)), 3, alarm => alarm.Clear(Saturday.AddMinutes(20)), 20));
    }

    [Fact]
    public void GoneBeforeAnybodyWasTold_TellsNobody() => Assert.Equal("", Walk(Fresh(Severity.P3), alarm => alarm.Clear(Saturday.AddMinutes(10)), 10));

    [Fact]
    public void Worse_IsToldAgainFromTheFirstRank() =>
        Assert.Equal("1@0.5 1@8 2@13 3@18", Walk(Fresh(Severity.P2), alarm => alarm.Worsen(Severity.P1, Saturday.AddMinutes(8)), 8));

    /// <summary>Taken at 10:10 as something for Monday, frost at 14:00: the rota is called, until somebody takes the danger.</summary>
    [Theory]
    [InlineData(-1, "1@240 2@245 3@250")]
    [InlineData(243, "1@240")]
    public void Worse_ThanWhatWasTakenInCharge_IsToldFromTheFirstRank(double taken, string expected) => Assert.Equal(expected, Walk(
        Fresh(Severity.P3).Acknowledge("Léa", Saturday), alarm => alarm.Worsen(Severity.P1, Saturday.AddMinutes(240)), 240,
        alarm => alarm.Acknowledge("Paul", Saturday.AddMinutes(taken)), taken));

    /// <summary>Good to know on Saturday, to be mended from Monday 09:00 on: told on Tuesday's morning, not at once.</summary>
    [Fact]
    public void Worse_ForTheNextMorning_WaitsForTheMorningAfterItTurnedSo() =>
        Assert.Equal("1@4170", Walk(Fresh(Severity.P4), alarm => alarm.Worsen(Severity.P3, Saturday.AddMinutes(2820)), 2820));

    [Fact]
    public void ExplainedOrPutAside_TellsNobody()
    {
        Assert.Equal("", Walk(Fresh(Severity.P2) with { Cause = Guid.NewGuid() }));
        Assert.Equal("", Walk(Fresh(Severity.P2).Shelve("Léa", Saturday.AddDays(6), Saturday)));
    }

    [Fact]
    public void Flutter_TellsNobodyAnyMore() => Assert.Equal("", Walk(Fresh(Severity.P2) with { Returns = 3 }));

    /// <summary>A link that comes and goes must not hide the frost that came meanwhile; told of once, it is a flutter again.</summary>
    [Fact]
    public void Flutter_TurnedDangerous_IsToldOnce()
    {
        var dangerous = Fresh(Severity.P3) with { Returns = 3 };
        Assert.Equal("1@60 2@65 3@70", Walk(dangerous, alarm => alarm.Worsen(Severity.P1, Saturday.AddMinutes(60)), 60));
        Assert.Equal("1@60 0@62", Walk(dangerous, alarm => alarm.Worsen(Severity.P1, Saturday.AddMinutes(60)), 60, alarm => alarm.Clear(Saturday.AddMinutes(62)), 62));

        var told = new Call(dangerous.Id, 3, Severity.P1, 1, Saturday, "");
        Assert.Null(Escalation.Next(dangerous with { Severity = Severity.P1, Returns = 4 }, [told], Saturday.AddHours(1), Paris, IsWorkingDay));
    }

    [Fact]
    public void FrostProtectionOff_IsToldAgainEveryTwoHours() =>
        Assert.StartsWith("1@0.5 2@5.5 3@10.5 4@130.5 5@250.5", Walk(Fresh(Severity.P1) with { Kind = AlarmKind.FrostProtectionOff }), StringComparison.Ordinal);

    [Fact]
    public void Rota_AnEmptyRank_IsStoodInForByTheNext()
    {
        var (lea, paul) = (new Person(Guid.NewGuid(), "Léa", "lea@v.fr", ""), new Person(Guid.NewGuid(), "Paul", "", ""));
        var rota = new Rota([lea, paul],
        [
            new Shift(Guid.NewGuid(), lea.Id, 1, Saturday, Saturday.AddDays(7)),
            new Shift(Guid.NewGuid(), paul.Id, 3, Saturday, Saturday.AddDays(7)),
            new Shift(Guid.NewGuid(), paul.Id, 1, Saturday.AddDays(2), Saturday.AddDays(3)),
        ]);

        Assert.Equal((1, lea), rota.Reached(1, Saturday));
        Assert.Equal((3, paul), rota.Reached(2, Saturday));
        Assert.Equal(paul, rota.OnDuty(1, Saturday.AddDays(2)));
        Assert.Equal(lea, rota.OnDuty(1, Saturday.AddDays(3)));
        Assert.Null(rota.Reached(1, Saturday.AddDays(7)));
        Assert.Null(rota.Reached(1, Saturday.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2026-01-19T06:30:00Z", "2026-01-19T06:30:00Z")] // Monday 07:30 itself
    [InlineData("2026-01-19T06:31:00Z", "2026-01-20T06:30:00Z")]
    [InlineData("2026-03-27T12:00:00Z", "2026-03-30T05:30:00Z")] // over the change to summer time
    public void MorningAfter_IsTheNextWorkingOne(string at, string morning) => Assert.Equal(
        DateTimeOffset.Parse(morning, null), Escalation.MorningAfter(DateTimeOffset.Parse(at, null), Paris, IsWorkingDay));

    private static string Walk(Alarm alarm, Func<Alarm, Alarm>? first = null, double firstMinute = -1, Func<Alarm, Alarm>? second = null, double secondMinute = -1)
    {
        var calls = new List<Call>();
        for (var minute = 0.0; minute < 3 * 24 * 60; minute += 0.5)
        {
            alarm = minute == firstMinute ? first!(alarm) : minute == secondMinute ? second!(alarm) : alarm;
            var now = Saturday.AddMinutes(minute);
            if (Escalation.Next(alarm, calls, now, Paris, IsWorkingDay) is { } step)
            {
                calls.Add(new Call(alarm.Id, alarm.Returns, alarm.Severity, step, now, ""));
            }
        }

        return string.Join(' ', calls.Select(call => string.Create(null, $"{call.Step}@{(call.At - Saturday).TotalMinutes}")));
    }

    private static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static Alarm Fresh(Severity severity) => new()
    {
        Id = Guid.NewGuid(), Kind = AlarmKind.BurnerFault, Source = AlarmSource.Of(new EquipmentId("v", "gw", "chaufferie")), Severity = severity, RaisedAt = Saturday, Since = Saturday,
    };
}
