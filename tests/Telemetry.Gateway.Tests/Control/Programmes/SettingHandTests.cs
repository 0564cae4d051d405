using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>Settings that a programme keeps in the school's TROVIS. It begins on a Monday at 13:00 local.</summary>
public sealed class SettingHandTests : IDisposable
{
    private const int Slope = 1005, Tank = 1799, AtRest = 1806;
    private readonly JumpClock _clock = new();
    private readonly CannedPlant _plant = new();
    private readonly ControlFile _file = ControlFile.Open(":memory:", out _);
    private readonly List<OrderReport> _reports = [];
    private readonly Dictionary<string, Sample> _points = new(StringComparer.Ordinal);
    private readonly List<(int Address, int Value)> _written = [];
    private readonly DeviceConfiguration _device;
    private double _tank = 58;
    private ControlDesk _desk = null!;
    private ProgrammeDesk _programmes = null!;
    private ProgrammePoints _feed = null!;

    public SettingHandTests()
    {
        var school = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");
        _device = school with { Profile = school.Profile with { Override = school.Profile.Override! with { Settle = TimeSpan.Zero } } };
        (_plant.Holding[Slope], _plant.Holding[1006], _plant.Holding[Tank], _plant.Holding[AtRest]) = (21, 0, 580, 550);
        _plant.Witness = (_, address, value) => _written.Add((address, value));
        Begin();
    }

    [Fact]
    public void NothingKept_NothingWritten_WhateverTheSettings()
    {
        Send(With(1, slope: 1.8));
        Pass(TimeSpan.FromHours(1));
        Assert.Equal((21, 580), (_plant.Holding[Slope], _plant.Holding[Tank]));
        Assert.Equal(0, Told("kept.curve.slope"));
    }

    [Fact]
    public void Kept_IsWrittenOnceReadBackAndTold_AndNotWrittenAgainByLaterVersions()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((18, 1), (_plant.Holding[Slope], Told("kept.curve.slope")));

        Send(With(2, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromHours(2));
        Assert.Equal(1, _written.Count(one => one.Address == Slope));
    }

    [Fact]
    public void ChangedOnSite_IsLeftAndTold_UntilAskedAgain()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _plant.Holding[Slope] = 15;
        Pass(TimeSpan.FromMinutes(11));
        Assert.Equal((15, 3), (_plant.Holding[Slope], Told("kept.curve.slope")));

        // Another version that does not ask again, a restart, a day: still left.
        Send(With(2, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Restart();
        Pass(TimeSpan.FromHours(20));
        Assert.Equal((15, 3), (_plant.Holding[Slope], Told("kept.curve.slope")));

        Send(With(3, slope: 1.8, new KeptSetting(Setting.CurveSlope, 3)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((18, 1), (_plant.Holding[Slope], Told("kept.curve.slope")));
    }

    [Fact]
    public void NoLongerKept_GivesBackWhatWasThere_OverARestart()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Send(With(2, slope: 2.5, new KeptSetting(Setting.CurveSlope, 2)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(25, _plant.Holding[Slope]);

        Restart();
        Send(With(3, slope: 2.5));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((21, 0), (_plant.Holding[Slope], Told("kept.curve.slope")));
        Assert.Empty(_file.Kept.Of("chaufferie"));
    }

    [Fact]
    public void NoLongerKept_WhatWasChangedOnSite_StaysAsItIs()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _plant.Holding[Slope] = 15;
        Pass(TimeSpan.FromMinutes(11));
        Send(With(2, slope: 1.8));
        Pass(TimeSpan.FromHours(1));
        Assert.Equal(15, _plant.Holding[Slope]);
    }

    [Fact]
    public void NoLongerKept_ChangedOnSiteAMomentBefore_StaysAsItIs()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        _plant.Holding[Slope] = 15;
        Send(With(2, slope: 1.8));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(15, _plant.Holding[Slope]);
    }

    [Theory]
    [InlineData("local")]
    [InlineData("silent")]
    [InlineData("stubborn")]
    [InlineData("safety")]
    public void SomethingStandsBefore_WaitsAndIsTold_ThenWritten(string what)
    {
        (_plant.Local, _plant.Silent, _plant.Stubborn) = (what == "local", what == "silent", what == "stubborn");
        if (what == "safety")
        {
            _desk.Hand.Plants.First().Safety = Safe();
        }

        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(12));
        Assert.Equal((21, 2), (_plant.Holding[Slope], Told("kept.curve.slope")));

        (_plant.Local, _plant.Silent, _plant.Stubborn) = (false, false, false);
        _desk.Hand.Plants.First().Safety = null;
        Pass(TimeSpan.FromMinutes(12));
        Assert.Equal((18, 1), (_plant.Holding[Slope], Told("kept.curve.slope")));
    }

    [Fact]
    public void ChangedOnSiteWhileItWaits_IsLeft()
    {
        _plant.Local = true;
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(6));
        _plant.Holding[Slope] = 12;
        _plant.Local = false;
        Pass(TimeSpan.FromHours(1));
        Assert.Equal((12, 3), (_plant.Holding[Slope], Told("kept.curve.slope")));
    }

    [Theory]
    [InlineData("Camille", 18)]
    [InlineData("Dominique", 21)]
    public void SomebodyAtWork_IsWaitedFor_UnlessTheyAskedIt(string who, int slope)
    {
        _desk.Hand.Plants.First().Reservation = new Reservation(who, _clock.Now.AddMinutes(15));
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(slope, _plant.Holding[Slope]);

        Pass(TimeSpan.FromMinutes(14));
        Assert.Equal(18, _plant.Holding[Slope]);
    }

    [Fact]
    public void DiedBetweenWriteAndRead_KnowsAfterwardsWhatWasThere()
    {
        Send(With(1, slope: 1.8, new KeptSetting(Setting.CurveSlope, 1)));
        _file.Kept.Keep("chaufferie", new KeptPoint("curve.slope", 2.1, 1.8, 1, KeptState.Waiting, 2.1));
        _plant.Holding[Slope] = 18;
        Restart();
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((0, 1), (_written.Count(one => one.Address == Slope), Told("kept.curve.slope")));

        Send(With(2, slope: 1.8));
        Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(21, _plant.Holding[Slope]);
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
        Assert.Equal((600, 550), (_plant.Holding[Tank], _plant.Holding[AtRest]));

        // Next Monday, 02:00 local.
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        Assert.Equal((750, 750, 1), (_plant.Holding[Tank], _plant.Holding[AtRest], Told("hotwater.run")));

        _tank = 70.5;
        Pass(TimeSpan.FromMinutes(1));
        Pass(TimeSpan.FromMinutes(2));
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((600, 550, 0, 1), (_plant.Holding[Tank], _plant.Holding[AtRest], Told("hotwater.run"), Told("hotwater.run.end")));
    }

    [Fact]
    public void Tank_GatewayDiesDuringARun_GivesTheTankBackAfterwards()
    {
        _plant.Holding[AtRest] = 450;
        Send(With(1, 2.1, new KeptSetting(Setting.HotWater, 1)));
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        Assert.Equal(750, _plant.Holding[AtRest]);

        Restart();
        Until(new DateTimeOffset(2026, 1, 12, 5, 2, 0, TimeSpan.Zero));
        // As near to what it was as the site's bounds allow.
        Assert.Equal((600, 500, 2), (_plant.Holding[Tank], _plant.Holding[AtRest], Told("hotwater.run.end")));
    }

    [Fact]
    public void Tank_GatewayDiesBetweenTheWriteAndItsBook_GivesTheTankBackAllTheSame()
    {
        Send(With(1, 2.1, new KeptSetting(Setting.HotWater, 1)));
        Until(new DateTimeOffset(2026, 1, 12, 1, 2, 0, TimeSpan.Zero));
        _file.Kept.Keep("chaufferie", new KeptPoint("dhw.temperature.sp.reduced", 55, 75, 1, KeptState.Waiting, 55));
        Restart();
        Until(new DateTimeOffset(2026, 1, 12, 5, 2, 0, TimeSpan.Zero));
        Assert.Equal((600, 550), (_plant.Holding[Tank], _plant.Holding[AtRest]));
    }

    [Fact]
    public void Permit_HotTankOnlyDuringARun_AndNeverMoreThanTheFloorsSlopeWhereNobodySaid()
    {
        var at = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
        var order = new Order
        {
            Id = Guid.NewGuid(), Kind = OrderKind.Setting, Point = new(_device.Equipment.Id, "dhw.temperature.sp"), Value = 75, Until = at, RequestedAt = at, ExpiresAt = at.AddMinutes(1),
            By = "programme 1", Reason = "", Role = OrderRole.Technician,
        };
        ControlSnapshot Fresh(string point) => new()
        {
            Now = at, Installed = _device, Point = _device.Find(point), Recipe = _device.Profile.Override, Device = new DeviceReading(), DailyWrites = 100,
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
        var metric = ProgrammeWire.Command(SchoolProgramme.First, Guid.NewGuid(), _clock.Now, _clock.Now.AddMinutes(1), OrderRole.Technician);
        var properties = new Dictionary<string, object?>(metric.Properties, StringComparer.Ordinal) { ["order.kind"] = "Setting", ["order.until"] = _clock.Now.AddHours(1).ToUnixTimeMilliseconds() };
        _desk.Take(_device.Equipment.Id, new SparkplugCommand("chaufferie", [new Metric { Name = "curve.slope", Type = MetricType.Double, Value = 1.8, Properties = properties }], Retained: false));
        _plant.Run();
        Assert.Equal(Refusal.Malformed, _reports[^1].Refusal);
        Assert.Empty(_written);
    }

    public void Dispose()
    {
        End();
        _file.Dispose();
    }

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
        Id = Guid.NewGuid(), Kind = OrderKind.SafeState, Point = new(_device.Equipment.Id, "safety"), Value = double.NaN, Until = _clock.Now, RequestedAt = _clock.Now, ExpiresAt = _clock.Now.AddMinutes(1),
        By = "Camille", Reason = "odeur de gaz", Role = OrderRole.Technician,
        },
    };

    private void Begin()
    {
        _feed = new ProgrammePoints();
        _feed.Samples.Subscribe(sample => _points[sample.Point.Name] = sample);
        _desk = new ControlDesk([(_device, _plant)], _file, (_, report) => _reports.Add(report), _clock, NullLogger.Instance, new DeskSenses
        {
            Live = point => point.Name switch
            {
                "room.temperature" => new Sample(point, _clock.Now, 18, Quality.Good),
                "dhw.temperature" => new Sample(point, _clock.Now, _tank, Quality.Good),
                _ => null,
            },
        });
        _programmes = new ProgrammeDesk(_desk, _feed, NullLogger.Instance, 0);
        _desk.Start();
        _programmes.Start();
    }

    private void End()
    {
        _programmes.Dispose();
        _desk.Dispose();
        _feed.Dispose();
    }

    private void Restart()
    {
        End();
        _clock.Forget();
        Begin();
    }

    private void Until(DateTimeOffset instant)
    {
        while (instant - _clock.Now > TimeSpan.FromHours(1))
        {
            Pass(TimeSpan.FromHours(1));
        }

        Pass(instant - _clock.Now);
        Pass(TimeSpan.FromMinutes(1));
    }

    private void Pass(TimeSpan time)
    {
        _clock.Pass(time);
        for (var i = 0; i < 2; i++)
        {
            _clock.Tick();
            _plant.Run();
        }
    }

    private Guid Send(Programme programme, OrderRole role = OrderRole.Technician)
    {
        var order = Guid.NewGuid();
        _programmes.Take(_device.Equipment.Id, new SparkplugCommand("chaufferie", [ProgrammeWire.Command(programme, order, _clock.Now, _clock.Now.AddMinutes(1), role)], Retained: false));
        _plant.Run();
        return order;
    }

    private Refusal Why(Guid order) => _reports.Last(report => report.Order == order).Refusal;

    private double Told(string name) => _points["programme." + name].Value;
}
