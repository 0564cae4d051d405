using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>Settings that a programme keeps in the school's TROVIS. It begins on a Monday at 13:00 local.</summary>
public sealed class SettingHandTests : IDisposable
{
    private const int Slope = 1005, Tank = 1799, AtRest = 1806;
    private readonly List<(int Address, int Value)> _written = [];
    private readonly SchoolRoom _school;
    private double _tank = 58, _fault;

    public SettingHandTests()
    {
        _school = new SchoolRoom(point => point switch { "room.temperature" => 18, "dhw.temperature" => _tank, "fault.state" => _fault, _ => null });
        _school.Plant.Witness = (_, address, value) => _written.Add((address, value));
    }

    [Fact]
    public void NothingKept_NothingWritten_WhateverTheSettings()
    {
        Send(With(1, slope: 1.8));
        Pass(TimeSpan.FromHours(1));
        Assert.Equal((21, 580), (_school.Plant.Holding[Slope], _school.Plant.Holding[Tank]));
        Assert.Equal(0, Told("kept.curve.slope"));
    }

    [Fact]
    public void Kept_IsWrittenOnceReadBackAndTold_AndNotWrittenAgainByLaterVersions()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((18, 1), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));

        Send(With(2, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromHours(2));
        Assert.Equal(1, _written.Count(one => one.Address == Slope));
    }

    [Fact]
    public void ChangedOnSite_IsLeftAndTold_UntilAskedAgain()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _school.Plant.Holding[Slope] = 15;
        Pass(TimeSpan.FromMinutes(11));
        Assert.Equal((15, 3), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));

        // Another version that does not ask again, a restart, a day: still left.
        Send(With(2, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Restart();
        Pass(TimeSpan.FromHours(20));
        Assert.Equal((15, 3), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));

        Send(With(3, slope: 1.8, new KeptSetting(Setting.CurveSlope, 3)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((18, 1), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));
    }

    [Fact]
    public void NoLongerKept_GivesBackWhatWasThere_OverARestart()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Send(With(2, slope: 2.5, new KeptSetting(Setting.CurveSlope, 2)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(25, _school.Plant.Holding[Slope]);

        Restart();
        Send(With(3, slope: 2.5));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((21, 0), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));
        Assert.Empty(_school.File.Kept.Of("chaufferie"));
    }

    [Fact]
    public void NoLongerKept_WhatWasChangedOnSite_StaysAsItIs()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _school.Plant.Holding[Slope] = 15;
        Pass(TimeSpan.FromMinutes(11));
        Send(With(2, slope: 1.8));
        Pass(TimeSpan.FromHours(1));
        Assert.Equal(15, _school.Plant.Holding[Slope]);
    }

    [Fact]
    public void NoLongerKept_ChangedOnSiteAMomentBefore_StaysAsItIs()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _school.Plant.Holding[Slope] = 15;
        Send(With(2, slope: 1.8));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(15, _school.Plant.Holding[Slope]);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("silent")]
    [InlineData("stubborn")]
    [InlineData("safety")]
    public void SomethingStandsBefore_WaitsAndIsTold_ThenWritten(string what)
    {
        (_school.Plant.Local, _school.Plant.Silent, _school.Plant.Stubborn) = (what == "local", what == "silent", what == "stubborn");
        if (what == "safety")
        {
            _school.Desk.Hand.Plants.First().Safety = Safe();
        }

        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(12));
        Assert.Equal((21, 2), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));

        (_school.Plant.Local, _school.Plant.Silent, _school.Plant.Stubborn) = (false, false, false);
        _school.Desk.Hand.Plants.First().Safety = null;
        Pass(TimeSpan.FromMinutes(12));
        Assert.Equal((18, 1), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));
    }

    /// <summary>What was kept for an earlier asking is not what is asked now.</summary>
    [Fact]
    public void AskedAnew_WaitsUntilItIsWritten_AndIsToldSo()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _school.Plant.Silent = true;
        Send(With(2, slope: 2.5, new KeptSetting(Setting.CurveSlope, 2)));
        Assert.Equal(2, Told("kept.curve.slope"));

        _school.Plant.Silent = false;
        Pass(TimeSpan.FromMinutes(6));
        Assert.Equal((25, 1), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));
    }

    [Fact]
    public void ChangedOnSiteWhileItWaits_IsLeft()
    {
        _school.Plant.Local = true;
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(6));
        _school.Plant.Holding[Slope] = 12;
        _school.Plant.Local = false;
        Pass(TimeSpan.FromHours(1));
        Assert.Equal((12, 3), (_school.Plant.Holding[Slope], Told("kept.curve.slope")));
    }

    [Theory]
    [InlineData("Camille", 18)]
    [InlineData("Dominique", 21)]
    public void SomebodyAtWork_IsWaitedFor_UnlessTheyAskedIt(string who, int slope)
    {
        _school.Desk.Hand.Plants.First().Reservation = new Reservation(who, _school.Clock.Now.AddMinutes(15));
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(slope, _school.Plant.Holding[Slope]);

        Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(18, _school.Plant.Holding[Slope]);
    }

    [Fact]
    public void DiedBetweenWriteAndRead_KnowsAfterwardsWhatWasThere()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        _school.File.Kept.Keep("chaufferie", new KeptPoint("curve.slope", 2.1, 1.8, 1, KeptState.Waiting, 2.1));
        _school.Plant.Holding[Slope] = 18;
        Restart();
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((0, 1), (_written.Count(one => one.Address == Slope), Told("kept.curve.slope")));

        Send(With(2, slope: 1.8));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(21, _school.Plant.Holding[Slope]);
    }

    [Fact]
    public void Take_WhatNobodyMayKeep_Refused()
    {
        Assert.Equal(Refusal.ProgrammeInvalid, Why(Send(With(1, 1.8, new KeptSetting(Setting.PumpOverrun, 1)))));
        Assert.Equal(Refusal.ProgrammeInvalid, Why(Send(With(1, 1.8, new KeptSetting(Setting.CurveSlope, 1), new KeptSetting(Setting.CurveSlope, 1)))));
        Assert.Equal(Refusal.ProgrammeInvalid, Why(Send(With(1, 1.8, new KeptSetting(Setting.HotWater, 1)) with { HotWater = null })));
        Assert.Equal(Refusal.RoleNotEnough, Why(Send(With(1, 1.8, new KeptSetting(Setting.CurveSlope, 1)), OrderRole.SiteUser)));
    }

    [Fact]
    public void Tank_MondayNight_IsHeatedUpInBothRegimes_AndGivenBackWhenItHeld()
    {
        Send(With(1, 2.1, new KeptSetting(Setting.HotWater, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((600, 550), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest]));

        // Next Monday, 02:00 local.
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        Assert.Equal((750, 750, 1), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest], Told("hotwater.run")));

        _tank = 70.5;
        Pass(TimeSpan.FromMinutes(1));
        Pass(TimeSpan.FromMinutes(2));
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((600, 550, 0, 1), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest], Told("hotwater.run"), Told("hotwater.run.end")));
    }

    /// <summary>S15: whatever else is the matter, the end of a run cools the tank.</summary>
    [Theory]
    [InlineData("nothing")]
    [InlineData("fault")]
    [InlineData("clock")]
    [InlineData("budget")]
    [InlineData("reserved")]
    [InlineData("safety")]
    public void Tank_EndOfARun_IsHeldUpByNothingButTheDevice(string what)
    {
        Send(With(1, 2.1, new KeptSetting(Setting.HotWater, 1)));
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        Assert.Equal((750, 750), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest]));

        var hand = _school.Desk.Hand;
        var plant = hand.Plants.First();
        _fault = what == "fault" ? 1 : 0;
        hand.Senses = hand.Senses with { Clock = () => (true, what != "clock") };
        plant.Reservation = what == "reserved" ? new Reservation("Dominique", _school.Clock.Now.AddDays(1)) : null;
        plant.Safety = what == "safety" ? Safe() : null;
        if (what == "budget")
        {
            _school.File.AddWrites("chaufferie", new DateOnly(2026, 1, 12), 100);
        }

        _tank = 70.5;
        Pass(TimeSpan.FromMinutes(1));
        Pass(TimeSpan.FromMinutes(2));
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((600, 550), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest]));
    }

    [Fact]
    public void Tank_GatewayDiesDuringARun_GivesTheTankBackAfterwards()
    {
        _school.Plant.Holding[AtRest] = 450;
        Send(With(1, 2.1, new KeptSetting(Setting.HotWater, 1)));
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        Assert.Equal(750, _school.Plant.Holding[AtRest]);

        Restart();
        Until(new DateTimeOffset(2026, 1, 12, 5, 2, 0, TimeSpan.Zero));
        // As near to what it was as the site's bounds allow.
        Assert.Equal((600, 500, 2), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest], Told("hotwater.run.end")));
    }

    [Fact]
    public void Tank_GatewayDiesBetweenTheWriteAndItsBook_GivesTheTankBackAllTheSame()
    {
        Send(With(1, 2.1, new KeptSetting(Setting.HotWater, 1)));
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        _school.File.Kept.Keep("chaufferie", new KeptPoint("dhw.temperature.sp.reduced", 55, 75, 1, KeptState.Waiting, 55));
        Restart();
        Until(new DateTimeOffset(2026, 1, 12, 5, 2, 0, TimeSpan.Zero));
        Assert.Equal((600, 550), (_school.Plant.Holding[Tank], _school.Plant.Holding[AtRest]));
    }

    [Fact]
    public void Permit_HotTankOnlyDuringARun_AndNeverMoreThanTheFloorsSlopeWhereNobodySaid()
    {
        var at = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Setting, Point = new(_school.Device.Equipment.Id, "dhw.temperature.sp"), Value = 75, Until = at, RequestedAt = at, ExpiresAt = at.AddMinutes(1),
            By = "programme 1", Reason = "", Role = OrderRole.Technician,
        };
        ControlSnapshot Fresh(string point) => new()
        {
            Now = at, Installed = _school.Device, Point = _school.Device.Find(point), Recipe = _school.Device.Profile.Override, Device = new DeviceReading(), DailyWrites = 100,
        };
        Refusal Ask(string point, double value, Func<ControlSnapshot, ControlSnapshot> change) =>
            WritePermit.Ask(order with { Point = order.Point with { Name = point }, Value = value }, change(Fresh(point)), out var refusal, out _) is null ? refusal : Refusal.None;

        Assert.Equal(Refusal.AboveMaximum, Ask("dhw.temperature.sp", 66, fresh => fresh));
        Assert.Equal(Refusal.None, Ask("dhw.temperature.sp", 75, fresh => fresh with { HotWaterRuns = true }));
        Assert.Equal(Refusal.AboveMaximum, Ask("dhw.temperature.sp", 75.5, fresh => fresh with { HotWaterRuns = true }));
        Assert.Equal(Refusal.BelowMinimum, Ask("dhw.temperature.sp", 54.5, fresh => fresh));
        Assert.Equal(Refusal.NotANumber, Ask("dhw.temperature.sp", double.NaN, fresh => fresh));
        Assert.Equal(Refusal.AboveMaximum, Ask("curve.slope", 1.1, fresh => fresh));
        Assert.Equal(Refusal.None, Ask("curve.slope", 1.1, fresh => fresh with { Emitter = Emitter.Radiators }));
        Assert.Equal(Refusal.NotWritable, Ask("room.temperature.sp", 19, fresh => fresh));
        Assert.Equal(Refusal.UnknownPoint, Ask("pump.post.run", 5, fresh => fresh));
        Assert.Equal(Refusal.LocalMode, Ask("curve.slope", 1.1, fresh => fresh with { Emitter = Emitter.Radiators, Device = new DeviceReading { Local = true } }));
        Assert.Equal(Refusal.PlantFault, Ask("curve.slope", 1.1, fresh => fresh with { Emitter = Emitter.Radiators, Plant = new PlantFacts { Fault = true } }));
        Assert.Equal(Refusal.WriteBudgetSpent, Ask("curve.slope", 1.1, fresh => fresh with { Emitter = Emitter.Radiators, WritesToday = 80 }));
        Assert.Equal(Refusal.ClockUncertain, Ask("curve.slope", 1.1, fresh => fresh with { Emitter = Emitter.Radiators, ClockCertain = false }));
    }

    [Fact]
    public void Wire_NobodyOrdersASetting()
    {
        var metric = ProgrammeWire.Command(SchoolProgramme.First, Guid.NewGuid(), _school.Clock.Now, _school.Clock.Now.AddMinutes(1), OrderRole.Technician);
        var properties = new Dictionary<string, object?>(metric.Properties, StringComparer.Ordinal) { ["order.kind"] = "Setting", ["order.until"] = _school.Clock.Now.AddHours(1).ToUnixTimeMilliseconds() };
        _school.Desk.Take(_school.Device.Equipment.Id, new SparkplugCommand("chaufferie", [new Metric { Name = "curve.slope", Type = MetricType.Double, Value = 1.8, Properties = properties }], Retained: false));
        _school.Plant.Run();
        Assert.Equal(Refusal.Malformed, _school.Reports[^1].Refusal);
        Assert.Empty(_written);
    }

    public void Dispose() => _school.Dispose();

    private static Programme With(int version, double slope, params KeptSetting[] kept) => SchoolProgramme.Owned(ScheduleOwner.Controller, version) with
    {
        Zones = [SchoolProgramme.Classes with { Zone = SchoolProgramme.Classes.Zone with { Owner = ScheduleOwner.Controller }, Settings = SchoolProgramme.Classes.Settings.With(Setting.CurveSlope, slope) }],
        HotWater = HotWaterSettings.Usual,
        Kept = kept,
    };

    private SafetyInForce Safe() => new()
    {
        Previous = new Dictionary<string, double>(StringComparer.Ordinal),
        Order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.SafeState, Point = new(_school.Device.Equipment.Id, "safety"), Value = double.NaN, Until = _school.Clock.Now, RequestedAt = _school.Clock.Now, ExpiresAt = _school.Clock.Now.AddMinutes(1),
            By = "Camille", Reason = "odeur de gaz", Role = OrderRole.Technician,
        },
    };

    private void Until(DateTimeOffset instant)
    {
        while (instant - _school.Clock.Now > TimeSpan.FromHours(1))
        {
            Pass(TimeSpan.FromHours(1));
        }

        Pass(instant - _school.Clock.Now);
        Pass(TimeSpan.FromMinutes(1));
    }

    private void Restart() => _school.Restart();

    private void Pass(TimeSpan time) => _school.Pass(time);

    private Guid Send(Programme programme, OrderRole role = OrderRole.Technician) => _school.Send(programme, role: role);

    private Refusal Why(Guid order) => _school.Why(order);

    private double Told(string name) => _school.Told(name);
}
