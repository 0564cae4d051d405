using Telemetry.Gateway.Control.Programmes;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Messaging.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>A programme on the gateway, with no centre in sight. It begins on a Monday at 13:00 local, class hours.</summary>
public sealed class ProgrammeDeskTests : IDisposable
{
    private readonly SchoolRoom _school;
    private double _room = 18, _outdoor = 2;
    private int _writes;

    public ProgrammeDeskTests()
    {
        _school = new SchoolRoom(point => point switch { "room.temperature" => _room, "outdoor.temperature" => _outdoor, _ => null });
        _school.Plant.Witness = (_, _, _) => _writes++;
    }

    [Fact]
    public void Take_GoodProgramme_RunsAfterItsStaggerAndTellsWhatComesNext()
    {
        Assert.Equal((OrderState.Confirmed, 1), Last(Send(SchoolProgramme.First)));
        Assert.Equal(0, _writes);

        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((4, 190, 0), (_school.Plant.Holding[CannedPlant.Mode], _school.Plant.Holding[CannedPlant.Comfort], _school.Plant.Coils[CannedPlant.Level]));
        Assert.Equal((1, (int)LadderLevel.Week, (int)HeatingMode.Comfort, 19), (Told("version"), Told("level"), Told("mode"), Told("setpoint")));
        Assert.Equal((new DateTimeOffset(2026, 1, 5, 17, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), (int)HeatingMode.Reduced, 16), (Told("next.at"), Told("next.mode"), Told("next.setpoint")));

        var before = _writes;
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(before, _writes);
        Pass(TimeSpan.FromHours(5));
        Assert.Equal((5, 160), (_school.Plant.Holding[CannedPlant.Mode], _school.Plant.Holding[CannedPlant.Night]));
    }

    [Fact]
    public void Take_MistakeStaleLateRetainedOrForeign_RefusedAndTheOldOneGoesOn()
    {
        Send(SchoolProgramme.First);
        var silly = SchoolProgramme.Owned(ScheduleOwner.Gateway, 2);
        silly = silly with { Zones = [silly.Zones[0] with { Settings = silly.Zones[0].Settings with { Setpoints = new Setpoints(30, 16, 8) } }] };

        Assert.Equal(Refusal.ProgrammeInvalid, Why(Send(silly)));
        Assert.Equal(Refusal.ProgrammeStale, Why(Send(SchoolProgramme.First)));
        Assert.Equal(Refusal.Late, Why(Send(SchoolProgramme.Owned(ScheduleOwner.Gateway, 2), late: true)));
        Assert.Equal(Refusal.Retained, Why(Send(SchoolProgramme.Owned(ScheduleOwner.Gateway, 2), retained: true)));
        Assert.Equal(Refusal.Malformed, Why(Send(SchoolProgramme.Owned(ScheduleOwner.Gateway, 2) with { Equipment = new("valmont-sur-orne", "gw-mairie", "chaufferie") })));
        Assert.Equal(1, _school.Programmes.Current("chaufferie")!.Version);
    }

    [Fact]
    public void Take_ALimitOfTheAdministrators_FromThemOnly_AndWithAReasonWhereOneIsDue()
    {
        Send(SchoolProgramme.First);
        Programme With(double leastRun, double mixed, string reason) => SchoolProgramme.Owned(ScheduleOwner.Gateway, 2) with
        {
            Plant = PlantSettings.Usual with { BurnerLeastRun = leastRun }, HotWater = HotWaterSettings.Usual with { AntiScald = mixed }, Reason = reason,
        };

        Assert.Equal(Refusal.RoleNotEnough, Why(Send(With(7, 50, ""))));
        Assert.Equal(Refusal.ReasonMissing, Why(Send(With(5, 45, ""), role: OrderRole.Administrator)));
        Assert.Equal((OrderState.Confirmed, 2), Last(Send(With(7, 45, "crèche"), role: OrderRole.Administrator)));
        Assert.Equal(7, _school.Programmes.Current("chaufferie")!.Plant.BurnerLeastRun);

        // Taking the administrator's limits back is a change of them too.
        var undone = _school.Programmes.Current("chaufferie")!.Undo(SchoolProgramme.First, "camille", _school.Clock.Now);
        Assert.Equal(Refusal.RoleNotEnough, Why(Send(undone)));
        Assert.Equal(OrderState.Confirmed, Last(Send(undone, role: OrderRole.Administrator)).Item1);
    }

    [Fact]
    public void Take_HotWaterDropped_FromAnAdministratorWithAReason_AndTakenUpAgainWithNoLimitReset()
    {
        Programme With(int version, HotWaterSettings? water, string reason = "") => SchoolProgramme.Owned(ScheduleOwner.Gateway, version) with { HotWater = water, Reason = reason };
        Send(With(1, HotWaterSettings.Usual));

        Assert.Equal(Refusal.RoleNotEnough, Why(Send(With(2, null, "plus de ballon"))));
        Assert.Equal(Refusal.ReasonMissing, Why(Send(With(2, null), role: OrderRole.Administrator)));
        Assert.NotNull(_school.Programmes.Current("chaufferie")!.HotWater);
        Assert.Equal((OrderState.Confirmed, 2), Last(Send(With(2, null, "plus de ballon"), role: OrderRole.Administrator)));

        Assert.Equal(Refusal.RoleNotEnough, Why(Send(With(3, HotWaterSettings.Usual with { AntiScald = 55 }, "reprise"))));
        Assert.Equal((OrderState.Confirmed, 3), Last(Send(With(3, HotWaterSettings.Usual with { Setpoint = 58 }))));
    }

    [Fact]
    public void Turn_TellsTheFlowOfTheHeatingCurve()
    {
        Send(SchoolProgramme.First);
        Pass(TimeSpan.FromMinutes(1));

        // 19 °C asked, 2 °C outdoors, slope 1.5: 19 + 1.5 × 17.
        Assert.Equal(Math.Round(19 + (1.5 * 17)), Told("flow.setpoint"));
    }

    /// <summary>A restart in summer begins no heating: the day before is known, and so is the season.</summary>
    [Fact]
    public void Restart_WhileOffForTheSeason_StaysOff()
    {
        _outdoor = 22;
        Send(SchoolProgramme.First);
        for (var minute = 0; minute < 25 * 60; minute++)
        {
            Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((int)HeatingMode.Standby, Told("mode"));
        var before = _writes;
        Restart();
        for (var minute = 0; minute < 12 * 60; minute++)
        {
            Pass(TimeSpan.FromMinutes(1));
            Assert.Equal((int)HeatingMode.Standby, Told("mode"));
        }

        Assert.Equal(before, _writes);
    }

    [Fact]
    public void Openings_FarOffDayAfterDay_AreCountedOverARestart_ThenForgivenByAGoodOne()
    {
        Send(SchoolProgramme.First);
        var warms = 0.2;
        void Days(double days)
        {
            for (var minute = 0; minute < days * 1440; minute++)
            {
                _room = _school.Plant.Holding[CannedPlant.Mode] == 4 ? Math.Min(19.3, _room + (warms / 60)) : Math.Max(15.5, _room - (1.0 / 60));
                Pass(TimeSpan.FromMinutes(1));
            }
        }

        // Far too slow a plant: every morning is cold until long after the children.
        Days(2);
        Assert.InRange(Told("warmup.misses"), 1, 2);
        Restart();
        Days(1);
        var missed = Told("warmup.misses");
        Assert.InRange(missed, 2, 3);

        // The plant is mended, and what it can do is learned anew.
        warms = 1.5;
        Days(9);
        Assert.Equal(0, Told("warmup.misses"));
    }

    [Fact]
    public void Restart_KeepsTheProgrammeAndWritesNothingThatIsAlreadySo()
    {
        Send(SchoolProgramme.First);
        Pass(TimeSpan.FromMinutes(1));
        var before = _writes;

        Restart();
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, before), (_school.Programmes.Current("chaufferie")!.Version, _writes));
        Assert.Contains(_school.Programmes.Birth("chaufferie"), metric => metric is { Name: "Programme/Version", Value: 1L });
        Assert.Contains(_school.Programmes.Birth("chaufferie"), metric => metric.Name == ProgrammeWire.SetName && ProgrammeJson.Read((byte[])metric.Value!, out _)!.Version == 1);
    }

    [Fact]
    public void Undo_IsANewVersionThatRunsAsTheOldOne()
    {
        Send(SchoolProgramme.First);
        var warmer = SchoolProgramme.Owned(ScheduleOwner.Gateway, 2) with { Reason = "convalescents" };
        warmer = warmer with { Zones = [warmer.Zones[0] with { Settings = warmer.Zones[0].Settings with { Setpoints = new Setpoints(20, 16, 8) } }] };
        Send(warmer);
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(200, _school.Plant.Holding[CannedPlant.Comfort]);

        Send(warmer.Undo(SchoolProgramme.First, "Dominique", _school.Clock.Now));
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((3, 190), (Told("version"), _school.Plant.Holding[CannedPlant.Comfort]));
    }

    [Fact]
    public void Owner_BackToTheController_GetsItsDeviceAsItWas()
    {
        _school.Plant.Holding[CannedPlant.Comfort] = 205;
        Send(SchoolProgramme.First);
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(190, _school.Plant.Holding[CannedPlant.Comfort]);

        Send(SchoolProgramme.Owned(ScheduleOwner.Controller, 2));
        Pass(TimeSpan.FromMinutes(3));
        Assert.Equal((205, 1), (_school.Plant.Holding[CannedPlant.Comfort], _school.Plant.Coils[CannedPlant.Level]));

        var before = _writes;
        Pass(TimeSpan.FromHours(5));
        Assert.Equal(before, _writes);
        Assert.Equal((int)HeatingMode.Reduced, Told("mode"));
    }

    [Fact]
    public void SomebodyElseWrites_PutBackSixTimesThenLeftAloneAndTold()
    {
        Send(SchoolProgramme.First);
        Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 9; i++)
        {
            _school.Plant.Holding[CannedPlant.Comfort] = 215;
            Pass(TimeSpan.FromMinutes(11));
        }

        Assert.Equal((7, 1), (Told("repairs"), Told("conflict")));
        Assert.Equal(215, _school.Plant.Holding[CannedPlant.Comfort]);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("silent")]
    [InlineData("stubborn")]
    public void DeviceCannot_NothingIsForcedAndItIsTriedAgain(string how)
    {
        (_school.Plant.Local, _school.Plant.Silent, _school.Plant.Stubborn) = (how == "local", how == "silent", how == "stubborn");
        Send(SchoolProgramme.First);
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((1, how == "stubborn"), (_school.Plant.Holding[CannedPlant.Mode], _writes > 0));

        (_school.Plant.Local, _school.Plant.Silent, _school.Plant.Stubborn) = (false, false, false);
        Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(4, _school.Plant.Holding[CannedPlant.Mode]);
    }

    [Fact]
    public void MorningAfterMorning_LearnsHowFastTheSchoolWarms()
    {
        Send(SchoolProgramme.First);
        for (var minute = 0; minute < 2 * 1440; minute++)
        {
            // 2 K/h up in comfort, 0.3 K/h down otherwise.
            _room = Math.Min(19.3, _room + (_school.Plant.Holding[CannedPlant.Mode] == 4 ? 2.0 / 60 : -0.3 / 60));
            Pass(TimeSpan.FromMinutes(1));
        }

        var lesson = Assert.Single(_school.File.Programmes.Lessons("chaufferie").Take(1));
        Assert.Equal(AbsenceClass.Night, lesson.Class);
        Assert.Equal(2, lesson.KelvinPerHour, 0.15);
    }

    public void Dispose() => _school.Dispose();

    private void Restart() => _school.Restart();

    private void Pass(TimeSpan time) => _school.Pass(time);

    private Guid Send(Programme programme, bool late = false, bool retained = false, OrderRole role = OrderRole.Technician) => _school.Send(programme, late, retained, role);

    private (OrderState, double?) Last(Guid order) => _school.Last(order);

    private Refusal Why(Guid order) => _school.Why(order);

    private double Told(string name) => _school.Told(name);
}
